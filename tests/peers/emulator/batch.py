#!/usr/bin/env python3
"""An owner's signature on a batch of the shipped rehearsal, on the official emulator, whose buttons are pressed through its
debug link: every value is shown, and the signature is the one that the simulated Trezor gives. WIPES the emulator.

Usage: batch.py GISHIKI PORT, with the program and the emulator's UDP port on this machine. The emulator gets the first test seed
and its passphrases (docs/rehearsal.md), and a PIN.
"""

import subprocess
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "trezorlib"))

from ceremony import Person  # noqa: E402
from figures import MANIFEST, ROOT, test_seed  # noqa: E402
from prepared import PIN, prepared  # noqa: E402

PLAN = ROOT / "ceremonies" / "bonded-validator.toml"
BATCH = ["--rehearsal", "--batch", "share-rewards", "--role", "owner-1", "--nonce", "3"]


class Reader(Person):
    """Has every value shown."""

    def press(self) -> None:
        if self.hand.kind() == "other" and any("keys" in line for line in self.hand.screen()):
            self.screens += 1
            self.hand.show_all()
        else:
            super().press()


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    program, port = sys.argv[1:]
    call = [program, "--lang", "en", "safe-tx", "sign", MANIFEST, "--plan", PLAN, *BATCH]
    simulated = subprocess.run([*call, "--headless"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    hand = prepared(int(port), test_seed(1), PIN).hand
    process = subprocess.Popen(
        [*call, "--plain", "--device", f"udp:127.0.0.1:{port}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    reader = Reader(process, hand)
    threading.Thread(target=reader.presses, daemon=True).start()
    lines = Kept(process.stdout)
    process.stdout = lines
    reader.answers()
    status = process.wait()
    same = simulated.stdout in lines.seen
    print(f"exit status {status}, {reader.screens} screens of the device, {'the same' if same else 'another'} signature")
    return status or int(not same)


class Kept:
    """Lines as they come, and those that came."""

    def __init__(self, stream) -> None:
        self.stream, self.seen = stream, []

    def __iter__(self):
        for line in self.stream:
            self.seen.append(line)
            yield line


if __name__ == "__main__":
    sys.exit(main())
