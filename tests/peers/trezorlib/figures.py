"""What is compared, counted; and the figures that the repository holds."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
MANIFEST = ROOT / "manifests" / "rehearsal-bonded-validator-1"

MODELS = {"safe-3": "T3B1", "safe-5": "T3T1", "model-t": "T2T1"}

# Recorded on the official emulator.
EMULATOR = json.loads((ROOT / "tests" / "vectors" / "trezor-bip39-all.json").read_text())
TYPED = json.loads((ROOT / "tests" / "vectors" / "trezor-typed-data.json").read_text())


class Difference(Exception):
    """Two programs disagree."""


class Count:
    """Counts what was found equal."""

    def __init__(self) -> None:
        self.checks = 0

    def same(self, what: str, found: object, expected: object) -> None:
        if found != expected:
            raise Difference(f"{what}: found {found!r}, expected {expected!r}")
        self.checks += 1

    def raises(self, what: str, error: type[BaseException], call, says: str = "") -> None:
        try:
            found = call()
        except error as raised:
            if says not in str(raised):
                raise Difference(f"{what}: {raised!r} does not say {says!r}") from raised
            self.checks += 1
        else:
            raise Difference(f"{what}: {found!r}, not {error.__name__}")


def test_seed(n: int) -> str:
    """The published SLIP-39 test seed of 20 words, n from 1."""
    page = (ROOT / "docs" / "rehearsal.md").read_text()
    return re.search(rf"^\| `slip39-20` \| {n} \| ([a-z ]+) \|$", page, re.MULTILINE).group(1)
