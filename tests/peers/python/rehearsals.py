"""Every address, xpub, identity and signature of rehearsals from their seed words alone.

usage: rehearsals.py docs/rehearsal.md BUNDLE…"""

import csv
import hashlib
import json
import struct
import sys
from pathlib import Path

import published
from tally import Tally
from wallet import Wallet

LIBRARIES = "shamir-mnemonic, mnemonic, slip10, eth-account"


def main(page, *bundles):
    tally = Tally("rehearsals")
    seeds = published.seeds(Path(page))
    for (kind, number), words in seeds.items():
        tally.same(f"the words of {kind} {number}", published.remade(kind, number), words, LIBRARIES)
    for bundle in bundles:
        Bundle(Path(bundle), seeds, tally).check()
    tally.finish(LIBRARIES)


class Bundle:
    def __init__(self, folder, seeds, tally):
        self.folder, self.seeds, self.tally = folder, seeds, tally
        self.plan = published.Plan(folder / "public/plan.toml")
        self.kinds = self.plan.kinds()
        self.manifest = self.json("public/manifest.json")
        self.wallets = {}

    def json(self, name):
        return json.loads((self.folder / name).read_text())

    def same(self, what, expected, found):
        self.tally.same(f"{self.folder.name}: {what}", expected, found, LIBRARIES)

    def wallet(self, member, name):
        """A member's wallet of that name; the empty name has the empty passphrase."""
        if (member, name) not in self.wallets:
            kind, number = self.kinds[member]
            passphrase = published.passphrase(name) if name else ""
            seed = published.bip32_seed(kind, self.seeds[kind, number], passphrase)
            self.wallets[member, name] = Wallet(seed)
        return self.wallets[member, name]

    def check(self):
        self.rows()
        self.labels()
        for member in self.kinds:
            self.part(member)
            self.sealed(member)
        self.signatures()

    def rows(self):
        rows = self.manifest["addresses"]
        told = {(row["member"], row["wallet"], row["path"], row["role"], row["label"]) for row in rows}
        self.same("which addresses there are", sorted(self.plan.addresses()), sorted(told))
        for row in rows:
            expected = self.wallet(row["member"], row["wallet"]).address(row["path"])
            self.same(f"manifest, {row['role']}", expected, row["address"])

    def labels(self):
        with open(self.folder / "public/labels.csv", newline="") as file:
            keys = [row for row in csv.DictReader(file) if row["kind"] == "key"]
        self.same("how many keys labels.csv has", len(self.manifest["addresses"]), len(keys))
        for row in keys:
            expected = self.wallet(row["member"], row["wallet"]).address(row["path"])
            self.same(f"labels.csv, {row['label']}", expected, row["address"])

    def part(self, member):
        part = self.json(f"public/parts/{member}.json")
        for wallet in part["wallets"]:
            expected = self.wallet(member, wallet["name"]).public_key("m/44'/60'")
            self.same(f"identity of {member}/{wallet['name']}", expected, wallet["identity"])
        for row in part["addresses"]:
            expected = self.wallet(member, row["wallet"]).address(row["path"])
            self.same(f"part of {member}, {row['role']}", expected, row["address"])

    def sealed(self, member):
        sealed = self.json(f"sealed/{member}.json")
        rows = [(w, path.rsplit("/", 2)[0]) for m, w, path, _, _ in self.plan.addresses() if m == member]
        told = [(account["wallet"], account["path"]) for account in sealed["accounts"]]
        self.same(f"which accounts {member} has", sorted(set(rows)), sorted(told))
        for account in sealed["accounts"]:
            expected = self.wallet(member, account["wallet"]).xpub(account["path"])
            self.same(f"xpub of {member}/{account['wallet']} {account['path']}", expected, account["xpub"])
        self.same(f"seed commitment of {member}", self.commitment(member), sealed["seed_commitment"])

    def commitment(self, member):
        """By the rule of docs/manifest.md."""
        ceremony = self.manifest["ceremony"]
        texts = ["Gishiki seed commitment v1", ceremony["organisation"], ceremony["id"], str(ceremony["sequence"])]
        counted = b"".join(struct.pack(">Q", len(text)) + text.encode() for text in texts)
        return hashlib.sha256(counted + bytes.fromhex(self.wallet(member, "").public_key("m/44'/60'"))).hexdigest()

    def signatures(self):
        """Signing is deterministic, so that each signature can be made again."""
        paths = {row["role"]: row["path"] for row in self.manifest["addresses"]}
        signers = [(f"{s['member']}.{s['wallet']}", s) for s in self.manifest["wallet_signers"]]
        signers += [(f"manifest.{s['role']}", s) for s in self.manifest["policy"]]
        for stem, signer in signers:
            statement = (self.folder / f"public/statements/{stem}.txt").read_bytes()
            expected = self.wallet(signer["member"], signer["wallet"]).sign(paths[signer["role"]], statement)
            self.same(f"signature {stem}", expected, (self.folder / f"public/statements/{stem}.sig").read_text())


main(*sys.argv[1:])
