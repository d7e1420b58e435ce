"""Hands at the official emulator, through its debug link, and at the simulated Trezor, through its numbered questions.
Both know the same gestures: confirm, refuse, type a text, show all of a long text."""

import os
import re
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from trezorlib import debuglink, models
from trezorlib.transport.udp import UdpTransport

MARK = "# test seed, never funded"
NAMES = {"T3T1": "safe-5", "T3B1": "safe-3", "T2T1": "model-t"}
PATIENCE = 30
# How long it may take until a device asks once more, in seconds.
AGAIN = 0.5
# What a device shows while it asks nothing.
IDLE = ("Homescreen", "Lockscreen", "Progress", "CoinJoinProgress", "Bootscreen", "Busyscreen")


class EmulatorHand:
    """The emulator's screen and buttons. The debug link listens on the port after the wire's."""

    def __init__(self, port: int, model: str, version: tuple[int, int, int]) -> None:
        self.link = debuglink.DebugLink(UdpTransport(f"127.0.0.1:{port + 1}"))
        self.link.model, self.link.version = models.by_internal_name(model), version

    def kind(self) -> str:
        """What stands on the screen: idle, pin, passphrase or other."""
        layout = self.link.read_layout(wait=False)
        name = layout.main_component()
        if not name or name in IDLE:
            return "idle"
        if "Pin" in name:
            return "pin"
        # On the Safe 3 it is a choice of characters under this title.
        keyboard = "Keyboard" in name or layout.title() == "Enter passphrase"
        return "passphrase" if keyboard else "other"

    def screen(self) -> list[str]:
        """Title and text of the page that is shown."""
        layout = self.link.read_layout()
        return [layout.title(), *layout.text_content().split("\n")]

    def confirm(self, pages: int | None = None) -> list[list[str]]:
        """Pages to the end and confirms; gives the pages."""
        seen = []
        for _ in range((pages or self.link.read_layout().page_count() or 1) - 1):
            seen.append(self.screen())
            self.link.swipe_up()
        seen.append(self.screen())
        # On the Safe 5 the last page is swiped away, unless it asks for a tap.
        parts = self.link.read_layout().all_components()
        if self.link.model is models.T3T1 and "SwipeContent" in parts and "PromptScreen" not in parts:
            self.link.swipe_up()
        else:
            self.link.press_yes()
        return seen

    def leave(self) -> None:
        """Nothing is pressed."""

    def refuse(self) -> None:
        self.link.press_no()
        # Of an address these ask once more, without a word on the wire.
        again = self.link.model in (models.T2T1, models.T3B1)
        if again and "mismatch" in self.link.read_layout(wait=False).json_str.lower():
            self.link.press_yes()

    def show_all(self) -> None:
        self.link.press_info()

    def type(self, text: str) -> None:
        self.link.input(text)

    def type_words(self, words: str) -> None:
        for word in words.split():
            self.link.input(word)


class SimulatorHand:
    """The simulated Trezor's screen and buttons, on the standard streams of `gishiki simulate`."""

    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process
        self.bell = threading.Condition()
        self.labels: list[str] = []
        self.lines: list[str] = []
        threading.Thread(target=self.read, daemon=True).start()

    def read(self) -> None:
        lines, labels = [], []
        for line in self.process.stdout:
            if "The simulated device shows:" in line:
                lines, labels = [], []
            elif line.startswith("  | "):
                lines.append(line[4:-1])
            elif found := re.match(r"  \d+  (.*)\n", line):
                labels.append(found[1])
            elif "Type a number" in line:
                with self.bell:
                    self.lines, self.labels = lines, labels
                    self.bell.notify_all()

    def press(self, *wanted: str) -> tuple[str, list[str]]:
        """Presses the first of the labels that is offered, once one is; gives it with the screen it stood on."""
        with self.bell:
            if not self.bell.wait_for(lambda: any(label in self.labels for label in wanted), PATIENCE):
                raise TimeoutError(f"the simulated device offers {self.labels}, none of {wanted}")
            label = next(label for label in wanted if label in self.labels)
            number, lines = self.labels.index(label) + 1, self.lines
            self.labels = []
        self.say(str(number))
        return label, lines

    def confirm(self, _pages: int | None = None) -> list[list[str]]:
        seen = []
        while True:
            label, lines = self.press("Next page", "Hold to confirm", "Confirm unread", "Confirm")
            seen.append(lines)
            if label != "Next page":
                return seen

    def leave(self) -> None:
        """Leaves what stands there alone, once it does: it is not mistaken for what comes next."""
        with self.bell:
            self.bell.wait_for(lambda: self.labels, PATIENCE)
            self.labels = []

    def refuse(self) -> None:
        self.press("Cancel")
        with self.bell:
            asked = self.bell.wait_for(lambda: any("mismatch" in line.lower() for line in self.lines), AGAIN)
        if asked:
            self.press("Confirm")

    def show_all(self) -> None:
        self.press("Show all pages")

    def type(self, text: str) -> None:
        self.press("Type a PIN (hidden)", "Type a passphrase (hidden)", "Type the number of words (hidden)")
        self.say(text)

    def type_words(self, words: str) -> None:
        self.press("Type the words of the backup (hidden)")
        self.say(words)

    def say(self, line: str) -> None:
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()


@contextmanager
def simulator(program: Path, words: str, model: str, *options: str):
    """A simulated Trezor with these words: its port and its hand."""
    with tempfile.TemporaryDirectory() as folder:
        seed = Path(folder) / "seed.txt"
        seed.write_text(f"{MARK}\n{words}\n")
        process = subprocess.Popen(
            [program, "--lang", "en", "simulate", "--seed", seed, "--model", NAMES[model], *options]
            + ["--udp", "127.0.0.1:0"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        try:
            port = int(process.stdout.readline().strip().rsplit(":", 1)[1])
            yield port, SimulatorHand(process)
        finally:
            process.kill()
            process.wait()


def settle() -> None:
    """The emulator begins its main loop anew after each workflow."""
    time.sleep(0.05)
