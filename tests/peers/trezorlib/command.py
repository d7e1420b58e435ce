"""trezorctl itself, as a person calls it."""

import subprocess
import sys

from figures import EMULATOR, Difference
from simulator import simulator

PATH = EMULATOR["signed_at"].replace("'", "h")
WALLET = EMULATOR["wallets"][0]
ACCOUNT = "m/44'/60'/0'"


def check(program, count):
    with simulator(program, EMULATOR["words"]) as running:

        def trezorctl(*arguments):
            called = subprocess.run(
                [sys.executable, "-m", "trezorlib.cli.trezorctl", "-p", running.path, *arguments],
                capture_output=True,
                text=True,
                timeout=120,
            )
            if called.returncode != 0:
                raise Difference(f"trezorctl {' '.join(arguments)}: {called.stderr}")
            return called.stdout

        said = trezorctl("get-features")
        for line in ("internal_model: 'T3T1'", "fw_vendor: 'EMULATOR'", "initialized: True"):
            count.same(f"get-features says {line}", line in said, True)
        address = WALLET["addresses"][EMULATOR["signed_at"]]
        said = trezorctl("ethereum", "get-address", "-n", PATH, "--show-display")
        count.same("get-address", said.strip(), address)
        said = trezorctl("ethereum", "get-public-node", "-n", "m/44h/60h/0h")
        count.same("get-public-node", f"xpub: {WALLET['xpubs'][ACCOUNT]}" in said, True)
        said = trezorctl("ethereum", "sign-message", "-n", PATH, EMULATOR["message"])
        count.same("sign-message names the signer", f"address: {address}" in said, True)
        count.same("sign-message", f"signature: {WALLET['signature']}" in said, True)
        said = trezorctl("ethereum", "verify-message", address, WALLET["signature"], EMULATOR["message"])
        count.same("verify-message", said.strip(), "True")
