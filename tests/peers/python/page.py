"""VERIFY.md as a reader takes it: the blocks to run, the table of signers, the digest. Both languages must say the same."""

import re
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `(\S+)` \| `(0x[0-9a-fA-F]{40})` \|$", re.MULTILINE)
DIGEST = re.compile(r"^[0-9a-f]{64}$", re.MULTILINE)


class Page:
    def __init__(self, public: Path):
        english, japanese = (Language(text) for text in (public / "VERIFY.md").read_text().split("\n---\n"))
        if vars(english) != vars(japanese):
            raise AssertionError("VERIFY.md tells something else in Japanese than in English")
        self.files, self.cast = english.blocks["sh"]
        [self.eth_account] = english.blocks["python"]
        [self.ethers] = english.blocks["js"]
        self.digest, self.signers = english.digest, english.signers


class Language:
    def __init__(self, text):
        self.blocks = {}
        for language, code in BLOCK.findall(text):
            self.blocks.setdefault(language, []).append(code)
        self.signers = ROW.findall(text)
        [self.digest] = DIGEST.findall(text)


def filled(code, file, address):
    """A block with a row of the table put in, as the page asks."""
    return code.replace("FILE", file).replace("ADDRESS", address)
