"""Every statement of a bundle by eth-account, ethers and cast, and every file by sha256sum, as its VERIFY.md says; and
again with one byte altered, where each of them must refuse.

usage: statements.py SEED BUNDLE…   (python3, node, cast and sha256sum from PATH)"""

import hashlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import programs
from page import Page, filled
from tally import Tally

PROGRAMS = "eth-account, ethers, cast, sha256sum"
NAMED = re.compile(r"sha256: ([0-9a-f]{64})$")


def main(seed, *bundles):
    tally, node = Tally("statements"), programs.Node()
    for bundle in bundles:
        Bundle(Path(bundle), tally, node, random.Random(f"{seed} statements")).check()
    node.close()
    tally.finish(PROGRAMS)


class Bundle:
    def __init__(self, folder, tally, node, draw):
        self.name, self.public, self.tally, self.node, self.draw = folder.name, folder / "public", tally, node, draw
        self.page = Page(self.public)

    def same(self, what, expected, found, whom):
        self.tally.same(f"{self.name}: {what}", expected, found, whom)

    def check(self):
        stems = sorted(str(path.relative_to(self.public)).removesuffix(".txt") for path in self.public.glob("statements/*.txt"))
        self.same("the statements that VERIFY.md lists", sorted(stem for stem, _ in self.page.signers), stems, "the folder")
        self.files()
        for file, address in self.page.signers:
            self.named(file)
            for whom, verified in self.verdicts(file, address, self.public):
                self.same(f"{file} by {address}", verified, True, whom)
            self.altered(file, address)
        self.whole_processes(*self.page.signers[0])

    def files(self):
        """The first block: the sums, then the digest that the page prints."""
        ok, printed = programs.shell(self.page.files, self.public)
        self.same("SHA256SUMS", ok, True, "sha256sum")
        self.same("digest of manifest.json", self.page.digest, digests(printed).get("manifest.json"), "VERIFY.md")
        sums = digests((self.public / "SHA256SUMS").read_text())
        with scratch(self.public) as copy:
            for name in sums:
                whole = (copy / name).read_bytes()
                (copy / name).write_bytes(self.one_byte_altered(whole))
                ok, _ = programs.shell(self.page.files, copy)
                self.same(f"SHA256SUMS with {name} altered", ok, False, "sha256sum")
                (copy / name).write_bytes(whole)

    def named(self, file):
        """What a statement names is the manifest, or its member's part, as sha256sum of the first block has it."""
        _, printed = programs.shell(self.page.files, self.public)
        member = Path(file).name.split(".")[0]
        signed = "manifest.json" if member == "manifest" else f"parts/{member}.json"
        statement = (self.public / f"{file}.txt").read_text()
        self.same(f"what {file} names", digests(printed).get(signed), NAMED.search(statement).group(1), "sha256sum")

    def verdicts(self, file, address, folder):
        """Whether each program says that the address signed."""
        fill = lambda code: filled(code, file, address)
        yield "cast", programs.shell(fill(self.page.cast), folder)[0]
        yield "eth-account", programs.python(fill(self.page.eth_account), folder) == "True\n"
        yield "ethers", self.node.run(fill(self.page.ethers), folder) == "true\n"

    def altered(self, file, address):
        """One byte of the statement; one digit of the signature; the recovery byte; another signer."""
        others = [other for _, other in self.page.signers if other != address]
        with scratch(self.public, f"{file}.txt", f"{file}.sig") as copy:
            text, signature = copy / f"{file}.txt", copy / f"{file}.sig"
            whole = text.read_bytes()
            text.write_bytes(self.one_byte_altered(whole))
            self.refused(file, address, copy, "one byte of the statement altered")
            text.write_bytes(whole)
            right = signature.read_text()
            signature.write_text(self.one_digit_altered(right))
            self.refused(file, address, copy, "one digit of the signature altered")
            signature.write_text(right[:-2] + {"1b": "1c", "1c": "1b"}[right[-2:]])
            self.refused(file, address, copy, "the other recovery byte")
        if others:
            self.refused(file, self.draw.choice(others), self.public, "another's address")

    def refused(self, file, address, folder, how):
        for whom, verified in self.verdicts(file, address, folder):
            self.same(f"{file}, {how}", verified, False, whom)

    def one_byte_altered(self, whole):
        at = self.draw.randrange(len(whole))
        return whole[:at] + bytes([whole[at] ^ self.draw.randrange(1, 256)]) + whole[at + 1 :]

    def one_digit_altered(self, signature):
        """In r or s. The programs read other writings of v, those of EIP-155, and upper-case digits as the same signature;
        where one stands instead, only SHA256SUMS tells."""
        at = self.draw.randrange(2, len(signature) - 2)
        return signature[:at] + self.draw.choice([d for d in "0123456789abcdef" if d != signature[at]]) + signature[at + 1 :]

    def whole_processes(self, file, address):
        """Once a bundle with interpreters of their own, as a reader would start them."""
        for command, code, expected in (
            (["python3", "-c"], self.page.eth_account, "True\n"),
            (["node", "-e"], self.page.ethers, "true\n"),
        ):
            done = subprocess.run([*command, filled(code, file, address)], cwd=self.public, capture_output=True, text=True)
            self.same(f"{file} by {command[0]} on its own", expected, done.stdout, command[0])


def digests(printed):
    """name -> digest, of lines as sha256sum prints them."""
    return {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (.+)$", printed, re.MULTILINE)}


class scratch(tempfile.TemporaryDirectory):
    """A copy of a folder, or of some of its files, that vanishes."""

    def __init__(self, folder, *names):
        super().__init__()
        for path in (folder / name for name in names) if names else folder.rglob("*"):
            if path.is_file():
                copy = Path(self.name) / path.relative_to(folder)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, copy)

    def __enter__(self):
        return Path(super().__enter__())


main(*sys.argv[1:])
