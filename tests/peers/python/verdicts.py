"""Two verifiers, one verdict: `gishiki verify` and tests/peers/verify judge good bundles, and one that is tampered with in every way.

usage: verdicts.py GISHIKI SEED BUNDLE…"""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "verify"))

import bundle  # noqa: E402
import checks  # noqa: E402
import plan  # noqa: E402
import tampering  # noqa: E402
from case import Case  # noqa: E402
from forger import Forger  # noqa: E402
from tally import Tally  # noqa: E402

# What the second verifier does not make: the proofs of devices. A plan's lints it does not make either, and says so.
APART = {"V-GENUINE"}
# What is compared with a file that is wrong itself may fail or not, as each verifier takes it from here or from there.
FOLLOWING = {"V-HEADING": {"V-STATEMENT", "V-SIGNATURE", "V-PINS", "V-POLICY", "V-ROWS", "V-JOURNAL"},
             "V-POLICY": {"V-STATEMENT", "V-SIGNATURE", "V-PINS"}, "V-WALLETS": {"V-ROWS", "V-TEST-SEED", "V-IDENTITY"}}
CASES = 300


def main(gishiki, seed, *bundles):
    tally, draw = Tally("verdicts"), random.Random(f"verdicts {seed}")
    for folder in map(Path, bundles):
        good = bundle.read(folder)
        public = {name: data for name, data in good.items() if name.startswith("public/")}
        for what, files in ((folder.name, good), (f"{folder.name}, public part", public)):
            judged(tally, gishiki, what, files, expected=True)
    solo = bundle.read(next(Path(one) for one in bundles if Path(one).name == "solo"))
    cases = list(tampering.cases(solo, Forger(solo, plan.Plan(solo["public/plan.toml"])), draw))
    for what, make in draw.sample(cases, min(CASES, len(cases))):
        judged(tally, gishiki, what, make())
    tally.finish("the second verifier, tests/peers/verify")


def judged(tally, gishiki, what, files, expected=None):
    """Both verdicts on some files: whether all is well, and which checks fail."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        ours = second(Path(folder))
        theirs = first(gishiki, folder)
    tally.same(what, ours, theirs, "the second verifier")
    if expected is not None:
        tally.same(f"{what}: good", ours, "ok", "the second verifier")


def second(folder):
    try:
        return told(checks.judge(Case(bundle.read(folder), rehearsal=True)))
    except bundle.Unusable:
        return "unusable"


def first(gishiki, folder):
    done = subprocess.run([gishiki, "verify", folder, "--rehearsal", "--json"], capture_output=True)
    return "unusable" if done.returncode == 2 else told(json.loads(done.stdout))


def told(verdict):
    failed = {one["check"] for one in verdict["checks"] if one["ok"] is False} - APART
    for check in failed & set(FOLLOWING):
        failed = failed - FOLLOWING[check]
    # The team's journal is replayed from everything before it, so that it may fail with whatever it rests on.
    failed = sorted(failed - {"V-TEAM-JOURNAL"} or failed)
    return " ".join(failed) if failed else "ok" if verdict["ok"] else "not ok"


main(*sys.argv[1:])
