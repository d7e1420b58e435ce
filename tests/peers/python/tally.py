"""Counting checks: what agreed, and the first differences with what was expected from whom."""

import sys

SHOWN = 5


class Tally:
    def __init__(self, group):
        self.group, self.passed, self.failed = group, 0, 0

    def same(self, what, expected, found, whom):
        """One check: `expected` is what `whom` says, `found` what Gishiki says."""
        if expected == found:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= SHOWN:
            print(f"  {self.group}: {what}\n    {whom} says {expected!r}\n    gishiki says {found!r}", file=sys.stderr)

    def finish(self, against):
        """The group's line, which `run` adds up, and the exit status."""
        print(f"{self.group}: {self.passed} passed, {self.failed} failed ({against})", flush=True)
        sys.exit(self.failed > 0 or self.passed == 0)
