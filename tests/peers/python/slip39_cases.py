"""Cases of SLIP-39 from the reference implementation: sets to recover, sets that it refuses, and single shares.

usage: slip39_cases.py SEED FILE"""

import json
import random
import sys
from dataclasses import replace

import shamir_mnemonic.shamir as shamir
from shamir_mnemonic import MnemonicError
from shamir_mnemonic.share import Share
from shamir_mnemonic.wordlist import WORDLIST

SETS, SINGLES = 120, 60
PRINTABLE = [chr(code) for code in range(0x20, 0x7F)]


def main(seed, file):
    draw = random.Random(f"{seed} slip39")
    # The implementation's own door for tests: everything that it draws comes from the seed.
    shamir.RANDOM_BYTES = draw.randbytes
    good, refused = [], []
    for number in range(SETS):
        made = Made(draw, number)
        good.append(made.good())
        refused.extend(made.refused())
    single = [one_share(draw) for _ in range(SINGLES)]
    with open(file, "w") as out:
        json.dump({"good": good, "refused": refused, "single": single}, out)


def passphrase(draw):
    return "".join(draw.choices(PRINTABLE, k=draw.choice([0, 1, 8, 50])))


def one_share(draw):
    encrypted, id = draw.randbytes(draw.choice([16, 32])), draw.randrange(1 << 15)
    extendable, exponent = draw.random() < 0.5, draw.randrange(16)
    words = Share(id, extendable, exponent, 0, 1, 1, 0, 1, encrypted).mnemonic()
    return {"encrypted": encrypted.hex(), "id": id, "extendable": extendable, "exponent": exponent, "words": words}


class Made:
    """A random set of the reference implementation, and just as many of its shares as are needed, in any order."""

    def __init__(self, draw, number):
        self.draw = draw
        self.secret = draw.randbytes(draw.choice([16, 32]))
        self.passphrase = passphrase(draw)
        self.extendable, self.exponent = draw.random() < 0.5, draw.randrange(3)
        self.groups = [self.group_shape() for _ in range(draw.randint(1, 5))]
        self.threshold = draw.randint(1, len(self.groups))
        self.mnemonics = self.made(self.secret)
        chosen = draw.sample(range(len(self.groups)), self.threshold)
        # (group, member) of each share, for its mnemonic.
        self.chosen = [(g, m) for g in chosen for m in draw.sample(range(self.groups[g][1]), self.groups[g][0])]
        draw.shuffle(self.chosen)
        self.about = (
            f"set {number}: {self.threshold} of {self.groups}, {len(self.secret) * 8} bits, "
            f"exponent {self.exponent}{', extendable' if self.extendable else ''}"
        )

    def group_shape(self):
        """(threshold, members); the implementation makes no group of several with a threshold of one."""
        threshold = self.draw.randint(1, 5)
        return (1, 1) if threshold == 1 else (threshold, self.draw.randint(threshold, 8))

    def made(self, secret):
        return shamir.generate_mnemonics(
            self.threshold, self.groups, secret, self.passphrase.encode(), self.extendable, self.exponent
        )

    def shares(self, chosen=None):
        return [self.mnemonics[g][m] for g, m in chosen or self.chosen]

    def good(self):
        other = passphrase(self.draw) + "'"
        recovered = shamir.combine_mnemonics(self.shares(), self.passphrase.encode())
        assert recovered == self.secret, self.about
        return {
            "about": self.about,
            "shares": self.shares(),
            "extendable": self.extendable,
            "passphrase": self.passphrase,
            "master_secret": self.secret.hex(),
            "other_passphrase": other,
            "other_secret": shamir.combine_mnemonics(self.shares(), other.encode()).hex(),
        }

    def refused(self):
        """Every way to spoil this set; the reference implementation must refuse each, too."""
        for how, error, shares in self.spoilt():
            try:
                shamir.combine_mnemonics(shares)
            except MnemonicError:
                yield {"about": f"{self.about}; {how}", "shares": shares, "error": error}
            else:
                raise AssertionError(f"{self.about}; {how}: the reference implementation takes it")

    def spoilt(self):
        yield from self.spoilt_words()
        yield from self.wrong_counts()
        yield from self.strangers()
        yield from self.contradictions()

    def one(self, spoil):
        """The shares with one of them, drawn at random, changed by a function of its words."""
        shares, at = self.shares(), self.draw.randrange(len(self.chosen))
        shares[at] = " ".join(spoil(shares[at].split()))
        return shares

    def other_word(self, words, at):
        return words[:at] + [self.draw.choice([word for word in WORDLIST if word != words[at]])] + words[at + 1 :]

    def spoilt_words(self):
        draw = self.draw
        yield "one word changed", "Checksum", self.one(lambda words: self.other_word(words, draw.randrange(len(words))))
        yield "a word of the checksum changed", "Checksum", self.one(
            lambda words: self.other_word(words, len(words) - draw.randint(1, 3))
        )
        yield "a word of no list", "UnknownWord", self.one(lambda words: ["zzzz"] + words[1:])
        yield "a word missing", "WordCount", self.one(lambda words: words[:-1])

    def wrong_counts(self):
        if len(self.chosen) > 1:
            left_out = self.draw.choice(self.chosen)
            groups = {g for g, _ in self.chosen if (g, _) != left_out}
            error = "Members" if len(groups) == self.threshold else "Groups"
            yield "one too few", error, self.shares([at for at in self.chosen if at != left_out])
        more = [(g, m) for g, (_, members) in enumerate(self.groups) for m in range(members) if (g, m) not in self.chosen]
        if more:
            extra = self.draw.choice(more)
            error = "Members" if extra[0] in {g for g, _ in self.chosen} else "Groups"
            yield "one too many", error, self.shares([*self.chosen, extra])

    def strangers(self):
        """A share of another set: with an identifier of its own, and one that differs in the secret alone."""
        if len(self.chosen) == 1:
            return
        at = self.draw.randrange(len(self.chosen))
        group, member = self.chosen[at]
        other = self.made(self.draw.randbytes(len(self.secret)))[group][member]
        mixed = [*self.shares()[:at], other, *self.shares()[at + 1 :]]
        yield "a share of another set", "MixedSets", mixed
        forged = self.changed(at, value=Share.from_mnemonic(other).value)
        yield "a share with another value", "Digest", forged

    def contradictions(self):
        """Shares with right checksums that contradict each other."""
        several = [at for at, (group, _) in enumerate(self.chosen) if self.groups[group][0] > 1]
        if not several:
            return
        at = self.draw.choice(several)
        group, member = self.chosen[at]
        threshold = self.groups[group][0]
        yield "mixed thresholds", "MixedThresholds", self.changed(at, member_threshold=threshold - 1)
        twin = next(m for g, m in self.chosen if g == group and m != member)
        yield "one index twice", "Duplicate", self.changed(at, index=twin)

    def changed(self, at, **fields):
        shares = self.shares()
        shares[at] = replace(Share.from_mnemonic(shares[at]), **fields).mnemonic()
        return shares


main(*sys.argv[1:])
