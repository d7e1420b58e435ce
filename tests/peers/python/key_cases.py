"""Cases of keys from other people's programs: derivation, addresses, messages and who signed them.

usage: key_cases.py SEED FILE"""

import json
import random
import sys

from eth_account import Account
from eth_account.messages import encode_defunct
from eth_utils import keccak, to_checksum_address
from mnemonic import Mnemonic
from wallet import Wallet

WALLETS, PATHS, ADDRESSES, MESSAGES = 30, 6, 200, 120
HARDENED = 1 << 31
PRINTABLE = [chr(code) for code in range(0x20, 0x7F)]


def main(seed, file):
    draw = random.Random(f"{seed} keys")
    cases = {
        "wallets": [wallet(draw) for _ in range(WALLETS)],
        "addresses": [address(draw) for _ in range(ADDRESSES)],
        "messages": [message(draw) for _ in range(MESSAGES)],
    }
    with open(file, "w") as out:
        json.dump(cases, out)


def wallet(draw):
    """A BIP-39 wallet of any length, with nodes at random paths and an account with addresses below it."""
    words = Mnemonic("english").to_mnemonic(draw.randbytes(draw.choice([16, 20, 24, 28, 32])))
    passphrase = "".join(draw.choices(PRINTABLE, k=draw.choice([0, 1, 8, 50])))
    opened = Wallet(Mnemonic.to_seed(words, passphrase))
    account = draw.randrange(101)
    return {
        "words": words,
        "passphrase": passphrase,
        "identity": opened.public_key("m/44'/60'"),
        "nodes": [node(opened, indices(draw)) for _ in range(PATHS)],
        "account": account,
        "xpub": opened.xpub(f"m/44'/60'/{account}'"),
        "addresses": [account_address(draw, opened, account) for _ in range(PATHS)],
    }


def indices(draw):
    return [draw.randrange(1 << 31) | draw.choice([0, HARDENED]) for _ in range(draw.randint(1, 6))]


def node(opened, path):
    text = "m" + "".join(f"/{index & ~HARDENED}{chr(39) if index & HARDENED else ''}" for index in path)
    return {"path": path, "xpub": opened.xpub(text), "address": opened.address(text)}


def account_address(draw, opened, account):
    change, index = draw.randrange(2), draw.randrange(1_000_001)
    path = f"m/44'/60'/{account}'/{change}/{index}"
    return {"path": path, "address": opened.address(path)}


def address(draw):
    """20 bytes and how EIP-55 writes them."""
    raw = draw.randbytes(20)
    return {"bytes": raw.hex(), "written": to_checksum_address(raw)}


def message(draw):
    """Any bytes, signed by the key of a random wallet at the first path: EIP-191's hash, the signature, the signer."""
    words = Mnemonic("english").to_mnemonic(draw.randbytes(16))
    signer = Wallet(Mnemonic.to_seed(words, "")).account("m/44'/60'/0'/0/0")
    raw = draw.randbytes(draw.choice([0, 1, 9, 10, 99, 100, 300, 1000, 5000]))
    signable = encode_defunct(raw)
    signature = signer.sign_message(signable).signature
    assert Account.recover_message(signable, signature=signature) == signer.address
    return {
        "words": words,
        "message": raw.hex(),
        "hash": keccak(b"\x19" + signable.version + signable.header + signable.body).hex(),
        "signature": "0x" + signature.hex().removeprefix("0x"),
        "signer": signer.address,
    }


main(*sys.argv[1:])
