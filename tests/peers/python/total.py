"""The suite's last line, from the groups' lines: everything that passed and failed. A group that broke off counts as one.

usage: total.py LOG BROKEN"""

import re
import sys
from pathlib import Path

log, broken = Path(sys.argv[1]).read_text(), int(sys.argv[2])
lines = re.findall(r"^\S+: (\d+) passed, (\d+) failed", log, re.MULTILINE)
passed, failed = (sum(int(line[column]) for line in lines) for column in (0, 1))
failed = max(failed, broken)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0 or passed == 0)
