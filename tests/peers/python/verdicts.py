"""Two verifiers, one verdict: `gishiki verify` and tests/peers/verify judge good bundles and histories, and some that are tampered
with in every way.

usage: verdicts.py GISHIKI SEED BUNDLE…"""

import json
import random
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "verify"))

import bundle  # noqa: E402
import checks  # noqa: E402
import histories  # noqa: E402
import plan  # noqa: E402
import tampering  # noqa: E402
from case import Case  # noqa: E402
from forger import Forger, canonical  # noqa: E402
from tally import Tally  # noqa: E402

# What the second verifier does not make: the proofs of devices. A plan's lints it does not make either, and says so.
APART = {"V-GENUINE"}
# What is compared with a file that is wrong itself may fail or not, as each verifier takes it from here or from there.
FOLLOWING = {"V-HEADING": {"V-STATEMENT", "V-SIGNATURE", "V-PINS", "V-POLICY", "V-ROWS", "V-JOURNAL", "V-TEST-SEED", "V-CARRIED"},
             "V-ROWS": {"V-CONTRACT", "V-BATCH", "V-CARRIED", "V-TEST-SEED"},
             "V-CARRIED": {"V-TEST-SEED", "V-IDENTITY", "V-ADDRESS"},
             "V-CONTRACT": {"V-BATCH"},
             "V-POLICY": {"V-STATEMENT", "V-SIGNATURE", "V-PINS"}, "V-WALLETS": {"V-ROWS", "V-TEST-SEED", "V-IDENTITY"}}
SOLO, HISTORY, FOURTH, BEFORE = 60, 40, 15, 20
MANIFEST = "public/manifest.json"


def main(gishiki, seed, *bundles):
    tally, draw = Tally("verdicts"), random.Random(f"verdicts {seed}")
    judge = partial(judged, tally, gishiki)
    for folder in map(Path, bundles):
        good = bundle.read(folder)
        judge(folder.name, good, expected=True)
        judge(f"{folder.name}, public part", public(good), expected=True)
    solo = next(Path(one) for one in bundles if Path(one).name == "solo")
    tampered(judge, draw, "solo", bundle.read(solo), SOLO)
    with tempfile.TemporaryDirectory() as folder:
        found = histories.made(gishiki, solo, solo / "public/plan.toml", Path(folder))
        told = [bundle.read(one) for one in found]
        for what, other, check in histories.variants(gishiki, found):
            judge(what, other, [told[1][MANIFEST]], expected=check or True)
    history(judge, draw, told)
    tally.finish("the second verifier, tests/peers/verify")


def history(judge, draw, told):
    """Four ceremonies, with the manifests before them and without; out of order, too; then tampered with, and the manifests before them."""
    first, second, third, _ = (one[MANIFEST] for one in told)
    for what, files, previous in (("the second", told[1], [first]), ("the third", told[2], [second]),
                                  ("the third, all", told[2], [first, second]),
                                  ("the third, exchanged and twice", told[2], [second, first, second]),
                                  ("the fourth", told[3], [third, first, second])):
        judge(what, files, expected=True)
        judge(f"{what}, with what came before", files, previous, expected=True)
        judge(f"{what}, public part, with what came before", public(files), previous, expected=True)
    for what, files, previous in (("a gap", told[2], [first]), ("itself before it", told[2], [third]),
                                  ("a replay", told[1], [first, second, third]),
                                  ("a gap among them", told[3], [first, third]), ("an older one", told[0], [second])):
        judge(what, files, previous)
    for what, files, check in told_otherwise(told[2]):
        judge(f"the sealed file of an earlier ceremony, {what}", files, expected=check)
    judge("a key that was outside before", told[2], [outside_before(second, "payout")], expected="V-RETIRED")
    tampered(judge, draw, "the second", told[1], HISTORY, [first])
    tampered(judge, draw, "the third", told[2], HISTORY, [first, second])
    tampered(judge, draw, "the fourth", told[3], FOURTH, [third])
    for what, make in draw.sample(list(tampering.leaves(forger(told[1]), MANIFEST)), BEFORE):
        judge(f"before the third: {what}", told[2], [make()[MANIFEST]])


def outside_before(manifest, role):
    """A manifest that has the address of a role as one that is nobody's."""
    held = json.loads(manifest)
    [row] = [row for row in held["addresses"] if row["role"] == role]
    held["addresses"].remove(row)
    held["externals"].append({"address": row["address"], "label": row["label"], "name": role})
    return canonical(held)


def told_otherwise(good):
    """(what, files, check) for each thing that a carried sealed file may say and should not; everything is made to fit."""
    one, other = "sealed/carried/2.member-1.json", "sealed/carried/2.member-2.json"
    id_of_other = json.loads(good[other])["device"]["device_id"]

    def device(**values):
        return lambda held: held | {"device": held["device"] | values}

    def kept(held):
        gone = next(account for account in held["accounts"] if account["wallet"] == "Operations")
        more = {"path": gone["path"], "wallet": gone["wallet"]}
        return held | {"accounts": [account for account in held["accounts"] if account != gone], "kept": [*held.get("kept", []), more]}

    noted = {"decided": "a", "expected": "b", "happened": "c", "step": "d"}
    for what, check, edit in (("a real device", "V-DEVICE", device(simulated=False)),
                              ("hindrances", "V-DEVICE", device(hindrances=["locked"])),
                              ("another member's device", "V-DEVICE", device(device_id=id_of_other)),
                              ("an exception more", "V-EXCEPTIONS", lambda held: held | {"exceptions": [*held["exceptions"], noted]}),
                              ("an xpub kept", "V-IDENTITY", kept)):
        yield what, forger(good).forged(one, edit), check


def tampered(judge, draw, name, good, count, previous=()):
    cases = list(tampering.cases(good, forger(good), draw))
    for what, make in draw.sample(cases, min(count, len(cases))):
        judge(f"{name}: {what}", make(), previous)


def forger(good):
    return Forger(good, plan.Plan(good["public/plan.toml"]))


def public(files):
    return {name: data for name, data in files.items() if name.startswith("public/")}


def judged(tally, gishiki, what, files, previous=(), expected=None):
    """Both verdicts on some files: whether all is well, and which checks fail; `expected` is True, or a check that must fail."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name, data in files.items():
            path = folder / "bundle" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for number, data in enumerate(previous):
            (folder / f"{number}.json").write_bytes(data)
        ours = second(folder / "bundle", list(previous))
        theirs = first(gishiki, folder / "bundle", [folder / f"{number}.json" for number in range(len(previous))])
    tally.same(what, ours, theirs, "the second verifier")
    if expected is not None:
        tally.same(f"{what}: as expected", True, ours == "ok" if expected is True else expected in ours.split(), "docs/verification.md")


def second(folder, previous):
    try:
        return told(checks.judge(Case(bundle.read(folder), previous=previous, rehearsal=True)))
    except bundle.Unusable:
        return "unusable"


def first(gishiki, folder, previous):
    before = [argument for path in previous for argument in ("--previous", path)]
    done = subprocess.run([gishiki, "verify", folder, *before, "--rehearsal", "--json"], capture_output=True)
    return "unusable" if done.returncode == 2 else told(json.loads(done.stdout))


def told(verdict):
    failed = {one["check"] for one in verdict["checks"] if one["ok"] is False} - APART
    for check in failed & set(FOLLOWING):
        failed = failed - FOLLOWING[check]
    # The team's journal is replayed from everything before it, so that it may fail with whatever it rests on.
    failed = sorted(failed - {"V-TEAM-JOURNAL"} or failed)
    return " ".join(failed) if failed else "ok" if verdict["ok"] else "not ok"


if __name__ == "__main__":
    main(*sys.argv[1:])
