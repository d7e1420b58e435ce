#!/usr/bin/env python3
"""A whole ceremony on the official emulator, whose buttons are pressed through its debug link; then the one after it, with one address
more, and a drill on what came out. WIPES the emulator.

Usage: ceremony.py GISHIKI PLAN PORT FOLDER, with the program, a plan for one custodian with one seed, the emulator's UDP port
on this machine, and the folder to be made: `1` and `2` in it are the ceremonies, `2.toml` the second one's plan, `drill` the drill's. The
emulator gets what docs/rehearsal.md gives a rehearsal: the first test seed and its passphrases; and a PIN.
"""

import re
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "trezorlib"))

from figures import test_seed  # noqa: E402
from prepared import PIN, prepared  # noqa: E402


class Person:
    """Answers each numbered question with its first choice, and presses whatever stands on the device."""

    def __init__(self, process, hand) -> None:
        self.process, self.hand = process, hand
        self.wallet = ""
        self.screens = 0

    def answers(self) -> None:
        for line in self.process.stdout:
            print(line, end="", flush=True)
            if found := re.search(r"Open (\S+?)(: entry| once more)", line):
                self.wallet = found[1]
            if "Type a number" in line:
                self.process.stdin.write("1\n")
                self.process.stdin.flush()

    def presses(self) -> None:
        while self.process.poll() is None:
            try:
                self.press()
            except Exception as error:
                # The emulator begins its main loop anew after each workflow, and is deaf meanwhile.
                print(f"  (debug link: {type(error).__name__} {error})", flush=True)
            time.sleep(0.2)

    def press(self) -> None:
        kind = self.hand.kind()
        if kind == "idle":
            return
        self.screens += 1
        if kind == "pin":
            self.hand.type(PIN)
        elif kind == "passphrase":
            print("  device: keyboard", flush=True)
            self.hand.type(f"rehearsal {self.wallet}")
        else:
            for page in self.hand.confirm():
                print(f"  device: {page}", flush=True)


MORE = """
[[role]]
name = "later"
label = "HW - Later"
wallet = "{wallet}"
path = "1'/0/0"
"""


def main() -> int:
    if len(sys.argv) != 5:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    program, plan, port, folder = sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4])
    hand = prepared(port, test_seed(1), PIN).hand
    first, second, later, drill = (folder / name for name in ("1", "2", "2.toml", "drill"))
    folder.mkdir()

    def done(verb, *arguments) -> bool:
        """Whether a verb that needs the device came to its end."""
        print(f"{verb}:", flush=True)
        return held([program, "--lang", "en", verb, *arguments, "--device", f"udp:127.0.0.1:{port}", "--plain"], hand) == 0

    if not done("run", plan, "--out", first):
        return 1
    subprocess.run([program, "plan", "extend", first, "--plan", plan, "--rehearsal", "--out", later], check=True)
    later.write_text(later.read_text() + MORE.format(wallet=re.search('wallet = "(.+)"', later.read_text())[1]))
    follows = done("run", later, "--previous", first, "--out", second)
    return 0 if follows and done("drill", second, "--plan", later, "--rehearsal", "--out", drill) else 1


def held(command, hand) -> int:
    """The exit status of a program whose questions are answered, while the device's buttons are pressed."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    person = Person(process, hand)
    threading.Thread(target=person.presses, daemon=True).start()
    person.answers()
    print(f"exit status {process.wait()}, {person.screens} screens of the device")
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
