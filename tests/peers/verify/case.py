"""One bundle with what its verifier was told, and what the checks found."""

import hashlib
from dataclasses import dataclass, field

MOST = 20
CHECKS = ["V-CANONICAL", "V-PLAN", "V-EXCEPTIONS", "V-HEADING", "V-REHEARSAL", "V-FILES", "V-SUMS", "V-DERIVED", "V-DIGESTS", "V-ROWS",
          "V-WALLETS", "V-POLICY", "V-UNIQUE", "V-STATEMENT", "V-SIGNATURE", "V-WITNESS", "V-PINS", "V-ADDRESS", "V-IDENTITY", "V-CONTRACT",
          "V-BATCH",
          "V-JOURNAL", "V-TEAM-JOURNAL", "V-DEVICE", "V-GENUINE", "V-SEQUENCE",
          "V-CARRIED", "V-RETIRED", "V-SUCCESSION", "V-TEST-SEED"]


class Unreadable(Exception):
    """What cannot be read ends the case early."""


def sha256(data: bytes):
    return hashlib.sha256(data).hexdigest()


@dataclass
class Case:
    """`files` by name; `signers` role -> address, `previous` manifests' bytes, `brought` the plan's bytes, told from outside."""
    files: dict
    signers: dict = field(default_factory=dict)
    previous: list = field(default_factory=list)
    brought: bytes | None = None
    rehearsal: bool = False
    found: list = field(default_factory=list)
    plan = manifest = world = heading = planned = addresses = None
    parts = sealed = earlier = earlier_sealed = unread = None

    def tell(self, check, ok, detail):
        """One finding: it holds, it fails, or it was not made."""
        self.found.append({"check": check, "ok": ok, "detail": ascii(detail)[1:-1]})

    def fail(self, check, detail):
        if sum(one["check"] == check and one["ok"] is False for one in self.found) <= MOST:
            self.tell(check, False, detail)

    def same(self, check, one, other, detail):
        """Fails the check where two things differ."""
        if one != other:
            self.fail(check, detail)

    def file(self, name):
        return self.files.get(name)

    @property
    def has_sealed(self):
        return any(name.startswith("sealed/") for name in self.files)

    @property
    def digest(self):
        return sha256(self.files["public/manifest.json"])

    def close(self):
        """Every check that failed nothing and was reached holds; the others were not made."""
        told = {one["check"] for one in self.found if one["ok"] is not None}
        early = any(one["detail"] == "END" for one in self.found)
        self.found = [one for one in self.found if one["detail"] != "END"]
        for check in CHECKS:
            if check in told or check in {one["check"] for one in self.found if one["detail"].startswith("Not made")}:
                continue
            self.tell(check, None if early else True, "Not made: what it is about could not be read." if early else "It holds.")
        self.found.sort(key=lambda one: CHECKS.index(one["check"]))
        return {"ok": all(one["ok"] is not False for one in self.found), "checks": self.found}
