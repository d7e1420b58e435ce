"""What anyone may know of a rehearsal: docs/rehearsal.md, and the plan in the bundle's public folder."""

import hashlib
import re
import tomllib
from pathlib import Path

import shamir_mnemonic
from mnemonic import Mnemonic
from shamir_mnemonic.share import Share

ROW = re.compile(r"^\| `((?:slip39|bip39)-\d+)` \| (\d+) \| ([a-z ]+) \|$", re.MULTILINE)


def seeds(page: Path):
    """The test seeds of the page: (kind, number) -> words."""
    return {(kind, int(number)): words for kind, number, words in ROW.findall(page.read_text())}


def remade(kind, number):
    """The words of a test seed by the page's rule, with the reference implementations."""
    digest = hashlib.sha256(f"Gishiki rehearsal seed, never funded: {kind} {number}".encode()).digest()
    entropy = digest[:16] if kind in ("slip39-20", "bip39-12") else digest
    if kind.startswith("bip39"):
        return Mnemonic("english").to_mnemonic(entropy)
    identifier = int.from_bytes(digest[30:]) & 0x7FFF
    return Share(identifier, True, 1, 0, 1, 1, 0, 1, entropy).mnemonic()


def passphrase(wallet):
    return f"rehearsal {wallet}"


def bip32_seed(kind, words, passphrase):
    """What the words and a passphrase make: the seed of BIP-32."""
    if kind.startswith("bip39"):
        return Mnemonic.to_seed(words, passphrase)
    return shamir_mnemonic.combine_mnemonics([words], passphrase.encode())


class Plan:
    """The parts of a plan that addresses follow from."""

    def __init__(self, path: Path):
        self.toml = tomllib.loads(path.read_text())

    def kinds(self):
        """member -> (kind, number) of the test seed on that member's device."""
        found, counted = {}, {}
        for seed in self.toml["seed"]:
            kind = seed["kind"]
            counted[kind] = counted.get(kind, 0) + 1
            found[seed["custodian"]] = (kind, counted[kind])
        return found

    def addresses(self):
        """Every role, those of ranges too: {(member, wallet, path, role, label)}."""
        rows = {(role["wallet"], role["path"], role["name"], role["label"]) for role in self.toml.get("role", [])}
        for many in self.toml.get("range", []):
            rows |= set(expand(many))
        return {(*wallet.split("/"), f"m/44'/60'/{path}", role, label) for wallet, path, role, label in rows}


def expand(many):
    """The roles of a range, by the formula of docs/plan.md."""
    for cluster in range(many["clusters"]):
        for operator in range(many["operators"]):
            path = f"{many['first_account'] + cluster}'/0/{many['first_index'] + operator}"
            names = {"cluster": cluster + 1, "operator": operator + 1}
            yield many["wallet"], path, many["name"].format(**names), many["label"].format(**names)
