"""The published test seeds of docs/rehearsal.md, made again by its rule, and private derivation from them (BIP-32)."""

import hashlib
import hmac
from functools import cache

import curve
from mnemonic import Mnemonic
from shamir_mnemonic import cipher

COUNTS = {"slip39-20": 8, "slip39-33": 4, "bip39-12": 8, "bip39-24": 4}


@cache
def master(kind, number, passphrase) -> tuple:
    """(key, chain code) at m of a test seed under a passphrase."""
    digest = hashlib.sha256(f"Gishiki rehearsal seed, never funded: {kind} {number}".encode()).digest()
    entropy = digest[:16] if kind in ("slip39-20", "bip39-12") else digest
    if kind.startswith("bip39"):
        seed = Mnemonic.to_seed(Mnemonic("english").to_mnemonic(entropy), passphrase)
    else:
        identifier = int.from_bytes(digest[30:]) & 0x7FFF
        seed = cipher.decrypt(entropy, passphrase.encode(), 1, identifier, True)
    made = hmac.digest(b"Bitcoin seed", seed, "sha512")
    return int.from_bytes(made[:32]), made[32:]


@cache
def key(kind, number, passphrase, path):
    """(key, chain code) at a path."""
    if path == "m":
        return master(kind, number, passphrase)
    above, step = path.rsplit("/", 1)
    secret, code = key(kind, number, passphrase, above)
    index = int(step.rstrip("'")) + (curve.HARDENED if step.endswith("'") else 0)
    held = b"\0" + secret.to_bytes(32) if step.endswith("'") else curve.compressed(public(secret))
    made = hmac.digest(code, held + index.to_bytes(4), "sha512")
    return (int.from_bytes(made[:32]) + secret) % curve.N, made[32:]


@cache
def public(secret):
    return curve.sum_of((secret, curve.G))


def identity(kind, number, passphrase):
    return curve.compressed(public(key(kind, number, passphrase, "m/44'/60'")[0])).hex()


def address(kind, number, passphrase, path):
    return curve.address(public(key(kind, number, passphrase, path)[0]))


@cache
def shown():
    """The first five addresses of each seed without a passphrase, which documents show as examples."""
    known = [(kind, number) for kind, count in COUNTS.items() for number in range(1, count + 1)]
    return {address(*one, "", f"m/44'/60'/0'/0/{index}") for one in known for index in range(5)}


def witness_address(name):
    """The address of a witness in a rehearsal."""
    return curve.address(public(witness(name)))


def witness(name):
    """The published key of a witness in a rehearsal."""
    return int.from_bytes(hashlib.sha256(f"Gishiki rehearsal witness, never funded: {name}".encode()).digest())


def commitment(heading, identity: bytes):
    """The seed commitment of docs/manifest.md."""
    told = ["Gishiki seed commitment v1", heading["organisation"], heading["id"], str(heading["sequence"])]
    counted = b"".join(len(text.encode()).to_bytes(8) + text.encode() for text in told)
    return hashlib.sha256(counted + identity).hexdigest()
