"""A simulated Trezor that runs, and trezorlib's client at it."""

import os
import subprocess
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

from trezorlib.client import AppManifest, get_client
from trezorlib.transport.udp import UdpTransport

MARK = "# test seed, never funded"
CONFIRMS = ["Next page", "Hold to confirm", "Confirm"]


class Hand(threading.Thread):
    """Stands by the device at the other end of pipes. `decide` is told each screen and the labels that it offers; it
    gives one of them, or a text to be typed, or None to leave the device waiting."""

    def __init__(self, process: subprocess.Popen, decide) -> None:
        super().__init__(daemon=True)
        self.process, self.decide = process, decide
        self.screens: list[list[str]] = []

    def run(self) -> None:
        screen: list[str] = []
        labels: list[str] = []
        for line in self.process.stdout:
            if "The simulated device shows:" in line:
                screen, labels = [], []
                self.screens.append(screen)
            elif line.startswith("  | "):
                screen.append(line[4:-1])
            elif line.startswith("  ") and "  " in line[2:]:
                labels.append(line[2:-1].split("  ", 1)[1])
            elif "Type a number" in line:
                self.answer(screen, labels)

    def answer(self, screen: list[str], labels: list[str]) -> None:
        decision = self.decide(screen, labels)
        if decision in labels:
            self.say(str(labels.index(decision) + 1))
        elif decision is not None:
            # The first choice is to type; what was typed comes as the next line.
            self.say("1")
            self.say(decision)

    def say(self, line: str) -> None:
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()


def confirming(labels: list[str]) -> str:
    """What somebody presses who confirms everything."""
    return next(label for label in CONFIRMS if label in labels)


@contextmanager
def simulator(program: Path, words: str, *options: str, decide=None):
    """A simulated Trezor with these words: at its port, with its hand where there is one (`decide`), else pressed by
    itself."""
    options = (*options, "--udp", "127.0.0.1:0", *([] if decide else ["--auto"]))
    with tempfile.TemporaryDirectory() as folder:
        seed = Path(folder) / "seed.txt"
        seed.write_text(f"{MARK}\n{words}\n")
        process = subprocess.Popen(
            [program, "--lang", "en", "simulate", "--seed", seed, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        try:
            process.path = process.stdout.readline().strip().rsplit("at ", 1)[1]
            process.hand = Hand(process, decide)
            if decide:
                process.hand.start()
            yield process
        finally:
            process.kill()
            process.wait()


def client(running, button_callback=None):
    """A new client, on a port of its own."""
    app = AppManifest(app_name="gishiki peer", button_callback=button_callback)
    return get_client(app, UdpTransport(running.path.removeprefix("udp:")))
