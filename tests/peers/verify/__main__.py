"""A second verifier, written from docs/ alone: it judges a ceremony's folder as `gishiki verify` does, with programs of other people.

usage: python3 tests/peers/verify BUNDLE [--plan PLAN] [--signer NAME=ADDRESS]… [--previous MANIFEST]… [--rehearsal] [--json]"""

import argparse
import json
import sys
from pathlib import Path

import bundle
import checks
import forms
from canonical import Malformed
from case import Case


def main():
    told = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    told.add_argument("bundle", type=Path, help="the ceremony's folder, or a manifest.json in one")
    told.add_argument("--plan", type=Path, help="the plan that the auditor brings")
    told.add_argument("--signer", action="append", default=[], metavar="NAME=ADDRESS", help="known by another channel")
    told.add_argument("--previous", action="append", default=[], type=Path, metavar="MANIFEST", help="verified earlier")
    told.add_argument("--rehearsal", action="store_true", help="accept a rehearsal, and nothing else")
    told.add_argument("--json", action="store_true", help="print one JSON document")
    options = told.parse_args()
    try:
        verdict = checks.judge(case_of(options))
    except (bundle.Unusable, Malformed, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(verdict))
    else:
        for one in verdict["checks"]:
            print({True: "ok  ", False: "FAIL", None: "--  "}[one["ok"]], one["check"], one["detail"])
    return 0 if verdict["ok"] else 1


def case_of(options):
    """The case that the command line asks about."""
    signers = {}
    for signer in options.signer:
        name, _, address = signer.partition("=")
        forms.name(name), forms.address(address)
        if signers.setdefault(name, address) != address:
            raise bundle.Unusable(f"{name} is told twice")
    previous = [bundle.plain(path) for path in options.previous]
    return Case(bundle.read(options.bundle), signers, previous, options.plan and bundle.plain(options.plan), options.rehearsal)


if __name__ == "__main__":
    sys.exit(main())
