"""The second verifier by itself: it takes good bundles, and refuses one that is broken in each way, by the check that is for it.

usage: verify_test.py BUNDLE BATCHES, the second a bundle with batches for Safes"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "verify"))

import bundle  # noqa: E402
import canonical  # noqa: E402
import checks  # noqa: E402
import curve  # noqa: E402
import plan  # noqa: E402
from case import Case  # noqa: E402
from forger import Forger  # noqa: E402
from tally import Tally  # noqa: E402

PART, SEALED, MANIFEST = "public/parts/member-1.json", "sealed/member-1.json", "public/manifest.json"
JOURNAL, TEAM = "sealed/journal-member-1.jsonl", "sealed/journal-team.jsonl"
OTHER = "0x5B38Da6a701c568545dCfcB03FcB875f56beddC4"


def broken(good, forger):
    """(check, files) of a bundle for each check that can fail in a rehearsal."""
    def forged(name, **values):
        return forger.forged(name, lambda held: held | values)

    def without(name):
        return {k: v for k, v in good.items() if k != name}
    signature = "public/statements/manifest.owner-1.sig"
    yield "V-CANONICAL", good | {PART: good[PART] + b"\n"}
    yield "V-CANONICAL", forged(MANIFEST, exceptions=1.5)
    yield "V-CANONICAL", good | {PART: good[PART].replace(b'"tier":1', b'"tier":1,"tier":1')}
    yield "V-CANONICAL", good | {PART: good[PART].replace(b'"tier":1', b'"tier":01')}
    yield "V-CANONICAL", good | {PART: b"[" * 100_000}
    yield "V-CANONICAL", good | {PART: b"9" * 100_000}
    yield "V-PLAN", without("public/plan.toml")
    yield "V-PLAN", good | {"public/plan.toml": good["public/plan.toml"] + b"surplus = 1\n"}
    yield "V-EXCEPTIONS", forged(MANIFEST, exceptions=1)
    yield "V-HEADING", forged(PART, member="member-2")
    yield "V-FILES", good | {"public/more.txt": b""}
    yield "V-SUMS", good | {"sealed/SHA256SUMS": b""}
    yield "V-DERIVED", good | {"public/VERIFY.md": good["public/VERIFY.md"] + b" "}
    yield "V-DERIVED", good | {"public/labels.csv": good["public/labels.csv"].replace(b"HW", b"hw")}
    yield "V-DIGESTS", forged(PART, sealed_sha256="ab" * 32)
    yield "V-ROWS", forger.forged(PART, lambda held: held | {"addresses": [held["addresses"][0] | {"label": "Other"}]})
    yield "V-WALLETS", forger.forged(PART, lambda held: held | {"wallets": [held["wallets"][0] | {"entry": "host"}]})
    yield "V-POLICY", forger.forged(MANIFEST, lambda held: held | {"policy": [held["policy"][0] | {"address": OTHER}]})
    yield "V-UNIQUE", forger.forged(MANIFEST, lambda held: held | {"addresses": held["addresses"] * 2})
    yield "V-STATEMENT", good | {"public/statements/manifest.owner-1.txt": good["public/statements/manifest.owner-1.txt"] + b"\n"}
    yield "V-SIGNATURE", good | {signature: good["public/statements/member-1.MasterAdminVault.sig"]}
    yield "V-SIGNATURE", good | {signature: malleated(good[signature])}
    yield "V-ADDRESS", forger.forged(PART, lambda held: held | {"addresses": [held["addresses"][0] | {"address": OTHER}]})
    yield "V-IDENTITY", forger.forged(SEALED, lambda held: held | {"accounts": [held["accounts"][0] | {"name": "Other"}]})
    yield "V-CONTRACT", forged("public/contracts/treasury.json", label="Other")
    yield "V-JOURNAL", forger.forged(JOURNAL, lambda held: held[:4] + held[5:])
    yield "V-JOURNAL", good | {JOURNAL: good[JOURNAL].replace(b'"seq":3', b'"seq": 3')}
    yield "V-TEAM-JOURNAL", forger.forged(TEAM, lambda held: held[:5] + held[6:])
    yield "V-DEVICE", forger.forged(SEALED, lambda held: held | {"device": held["device"] | {"hindrances": ["locked"]}})
    yield "V-SEQUENCE", forger.forged(MANIFEST, lambda held: held | {"ceremony": held["ceremony"] | {"previous": "ab" * 32}})
    yield "V-TEST-SEED", forger.forged(MANIFEST, lambda held: held | {"addresses": [held["addresses"][0] | {"address": OTHER}]})


def batches(files):
    """Bundles whose batches do not follow from the plan, everything made to fit."""
    def call(held, **values):
        held["batches"][0]["calls"][0] |= values
        return held
    forger = Forger(files, plan.Plan(files["public/plan.toml"]))
    yield forger.forged(MANIFEST, lambda held: call(held, to=OTHER))
    yield forger.forged(MANIFEST, lambda held: call(held, value="1"))
    yield forger.forged(MANIFEST, lambda held: call(held, data="0x00"))
    yield forger.forged(MANIFEST, lambda held: call(held, what="pay nobody"))
    yield forger.forged(MANIFEST, lambda held: {k: v for k, v in held.items() if k != "batches"})
    yield forger.forged(MANIFEST, lambda held: held | {"batches": held["batches"] * 2})


def malleated(text):
    """The other signature by the same key over the same text: s in the upper half."""
    s = curve.N - int(text[66:130], 16)
    return text[:66] + f"{s:064x}".encode() + (b"1b" if text.endswith(b"1c") else b"1c")


def failed(case):
    return {one["check"] for one in checks.judge(case)["checks"] if one["ok"] is False}


def main(folder, other):
    tally, good = Tally("verifier"), bundle.read(Path(folder))
    for files in batches(bundle.read(Path(other))):
        tally.same("a bundle that V-BATCH is for", {"V-BATCH"}, failed(Case(files, rehearsal=True)), "docs/verification.md")
    whom = "docs/verification.md"
    text = good["public/plan.toml"]
    tally.same("a good bundle", set(), failed(Case(good, rehearsal=True)), whom)
    tally.same("with its plan", set(), failed(Case(good, brought=text, rehearsal=True)), whom)
    for check, files in broken(good, Forger(good, plan.Plan(text))):
        tally.same(f"a bundle that {check} is for", True, check in failed(Case(files, rehearsal=True)), whom)
    tally.same("a rehearsal that is not expected", True, {"V-REHEARSAL", "V-PINS"} <= failed(Case(good)), whom)
    tally.same("another signer told", True, "V-PINS" in failed(Case(good, signers={"owner-1": OTHER}, rehearsal=True)), whom)
    tally.same("another plan brought", True, "V-PLAN" in failed(Case(good, brought=text + b"#", rehearsal=True)), whom)
    before = Forger(good, plan.Plan(text)).forged(MANIFEST, lambda held: held | {"exceptions": 1})[MANIFEST]
    tally.same("a manifest before the first", True, "V-SEQUENCE" in failed(Case(good, previous=[before], rehearsal=True)), whom)
    tally.same("itself brought", set(), failed(Case(good, previous=[good[MANIFEST]], rehearsal=True)), whom)
    for contents in (None, {"a": 2**53}, {"é": 1}, "\n"):
        try:
            canonical.write(contents)
            tally.same(f"writing {contents!r}", "refused", "written", whom)
        except canonical.Malformed:
            tally.same(f"writing {contents!r}", "refused", "refused", whom)
    tally.finish(whom)


main(*sys.argv[1:])
