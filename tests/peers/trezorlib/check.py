#!/usr/bin/env python3
"""trezorlib and trezorctl against the simulated Trezor.

Usage: check.py GISHIKI, with the path of the program. Needs PyPI's `trezor`. Starts `gishiki simulate` on free ports of
this machine, prints a line for each group of checks and one with their sum, and stops at the first difference with exit status 1.
"""

import importlib.metadata
import logging
import sys
from pathlib import Path

import command
import locking
import refusals
import rehearsal
import sessions
import wallets
from figures import Count

GROUPS = [
    ("features", wallets.features),
    ("public nodes", wallets.public_nodes),
    ("addresses on the display of three models", wallets.addresses),
    ("messages signed, and verified by the device", wallets.messages),
    ("SafeTx signed as typed data on three models", wallets.typed_data),
    ("passphrases from the host and on the device", wallets.passphrases),
    ("sessions, the eleventh too", sessions.check),
    ("refusals on the device and on the host", refusals.check),
    ("lock, unlock and wrong PINs", locking.check),
    ("a rehearsal's public keys, addresses and signatures", rehearsal.check),
    ("trezorctl", command.check),
]


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    program = Path(sys.argv[1]).resolve()
    # It logs what is expected here, such as a session that is gone.
    logging.getLogger("trezorlib").setLevel(logging.CRITICAL)
    passed, failed = 0, 0
    for name, group in GROUPS:
        count = Count()
        try:
            group(program, count)
        except Exception as difference:
            # trezorlib's own exceptions are differences where they are not awaited.
            print(f"  {name}: {type(difference).__name__} after {count.checks} checks: {difference}", file=sys.stderr)
            failed = 1
        passed += count.checks
        if failed:
            break
        print(f"  {name}: {count.checks} checks", flush=True)
    print(f"trezorlib: {passed} passed, {failed} failed (trezor {importlib.metadata.version('trezor')})", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
