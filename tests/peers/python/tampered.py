"""Two verifiers, one verdict, over the bundles of tests/tampering: what `cargo test --test tampering` tried, as it wrote it with the
verdicts of `gishiki verify`.

usage: tampered.py FOLDER, the one that TAMPERING_FOLDER named"""

import json
import multiprocessing
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "verify"))

import checks  # noqa: E402
import verdicts  # noqa: E402
from case import Case  # noqa: E402
from tally import Tally  # noqa: E402

FOLLOWING = {"V-UNIQUE", "V-DEVICE", "V-EXCEPTIONS"}


def main(folder):
    tally, folder = Tally("tampered"), Path(folder)
    cases = sorted(folder.glob("cases/*.json"))
    with multiprocessing.Pool() as pool:
        for what, ours, theirs in pool.imap(judged, cases, chunksize=4):
            tally.same(what, ours, ours if agree(set(ours.split()), set(theirs.split())) else theirs, "the second verifier")
    tally.finish("the second verifier on the bundles of tests/tampering")


def agree(ours, theirs):
    """Whether two lists of failed checks say the same."""
    either, both = ours ^ theirs, ours & theirs
    if "V-PLAN" in theirs and (either == {"V-PLAN"} and both or both == {"V-PLAN"} == theirs):
        return True  # The lints are Gishiki's alone, and past a plan with errors it does not look.
    if either <= FOLLOWING and "V-CARRIED" in both:
        return True  # Whether seed, device and exceptions in the files of an earlier part that does not hold are looked at.
    if "V-CANONICAL" in either:
        return {"ok"} not in (ours, theirs)  # What has a form of its own may be found by that, or by what it must equal.
    return not either


def judged(path):
    """What was tried, and both verdicts on it: the second verifier's, and the one that was written."""
    held = json.loads(path.read_text())

    def file(digest):
        return (path.parent.parent / "files" / digest).read_bytes()
    files = {name: file(digest) for name, digest in held["files"].items()}
    case = Case(files, held["signers"], [file(one) for one in held["previous"]], held["plan"] and file(held["plan"]), held["rehearsal"])
    return f"{held['name']} ({path.stem[:12]})", verdicts.told(checks.judge(case)), verdicts.told(held["verdict"])


if __name__ == "__main__":
    main(*sys.argv[1:])
