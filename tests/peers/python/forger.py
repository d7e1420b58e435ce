"""A forger with all the public keys of a rehearsal: whatever is changed in a bundle, everything that depends on it is made to fit again."""

import hashlib
import json

import derived
import seeds
from eth_account import Account
from eth_account.messages import encode_defunct

ZEROS = "0" * 64


def canonical(contents) -> bytes:
    """Written without any check, as forgers write."""
    return json.dumps(contents, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


class Forger:
    """`plan` is read by the second verifier's own reader; `files` are those of a good bundle."""

    def __init__(self, files, plan):
        self.good, self.plan = files, plan

    def forged(self, name, edit):
        """The bundle with one file edited, and all that follows from it made again. Journals are lists of events here."""
        self.files, self.edits = dict(self.good), {name: edit}
        for sequence, member in self.plan.carried:
            self.earlier(sequence, member)
        for member in self.plan.members:
            self.member(member)
        self.manifest()
        for name, edit in self.edits.items():
            if name in self.files and callable(edit):
                self.files[name] = edit(self.files[name])
        for folder in ("public", "sealed"):
            name = f"{folder}/SHA256SUMS"
            self.files[name] = derived.sums(self.files, set(self.files), folder)
        return self.files

    def edited(self, name, contents):
        edit = self.edits.pop(name, None)
        return edit(contents) if edit else contents

    def read(self, name):
        return json.loads(self.good[name])

    def events(self, name):
        lines = [json.loads(line) for line in self.good[name].splitlines()]
        return self.edited(name, lines)

    def chain(self, lines):
        """The lines with positions and digests made to fit; the whole, and each line's digest of the one before."""
        previous, written, heads = ZEROS, [], []
        for count, line in enumerate(lines):
            line = line | {"seq": count, "previous": previous} if isinstance(line, dict) else line
            text = json.dumps(line, separators=(",", ":"), ensure_ascii=False).encode() if isinstance(line, dict) else line
            heads.append(previous)
            written.append(text + b"\n")
            previous = sha256(text)
        return b"".join(written), heads

    def sign(self, role, statement):
        wallet = self.plan.wallet_of(role)
        return self.sign_with(seeds.key(*self.plan.kind(wallet.member), f"rehearsal {wallet.name}", self.plan.roles[role].path)[0], statement)

    def sign_with(self, secret, statement):
        return "0x" + Account.from_key(secret.to_bytes(32)).sign_message(encode_defunct(statement)).signature.hex().removeprefix("0x")

    def stated(self, about, heading, stem, role, wallet, count, digest):
        statement = derived.statement(about, heading, wallet.member, wallet.name, count, digest)
        self.files[f"public/statements/{stem}.txt"] = statement
        signature = self.sign(role, statement)
        self.files[f"public/statements/{stem}.sig"] = signature.encode()
        return signature

    def earlier(self, sequence, member):
        """What is carried from an earlier ceremony: its sealed file, part and statements."""
        name = f"carried/{sequence}.{member}"
        sealed = canonical(self.edited(f"sealed/{name}.json", self.read(f"sealed/{name}.json")))
        part = self.read(f"public/{name}.json") | {"sealed_sha256": sha256(sealed)}
        data = canonical(self.edited(f"public/{name}.json", part))
        self.files |= {f"sealed/{name}.json": sealed, f"public/{name}.json": data}
        for wallet in self.plan.carried[sequence, member]:
            told = self.plan.by_id[f"{member}/{wallet}"]
            text = self.good[f"public/{name}.{wallet}.txt"].rpartition(b"sha256: ")[0] + b"sha256: " + sha256(data).encode()
            self.files[f"public/{name}.{wallet}.txt"] = text
            self.files[f"public/{name}.{wallet}.sig"] = self.sign(told.signer, text).encode()

    def member(self, member):
        """Sealed file, part, statements and journal of a member."""
        name = f"sealed/journal-{member}.jsonl"
        lines = self.events(name)
        written = next((n for n, line in enumerate(lines) if "part-written" in kinds(line)), None)
        sealed = self.read(f"sealed/{member}.json")
        if written is not None:
            sealed |= {"journal_head": self.chain(lines)[1][written], "journal_events": written}
        sealed = self.files[f"sealed/{member}.json"] = canonical(self.edited(f"sealed/{member}.json", sealed))
        part = self.read(f"public/parts/{member}.json") | {"sealed_sha256": sha256(sealed)}
        part = self.edited(f"public/parts/{member}.json", part)
        data = self.files[f"public/parts/{member}.json"] = canonical(part)
        signatures = {}
        for wallet in self.plan.opened(member):
            rows = part.get("addresses")
            count = sum(row.get("wallet") == wallet.name for row in rows) if isinstance(rows, list) else 0
            heading = self.read("public/manifest.json")["ceremony"]
            signatures[wallet.name] = self.stated("part", heading, f"{member}.{wallet.name}", wallet.signer, wallet, count, sha256(data))
        for line in lines:
            fit(line, {"part": sha256(data), "sealed": sha256(sealed)}, signatures, "wallet", ("part-written", "part-compared"))
        self.files[name] = self.chain(lines)[0]

    def manifest(self):
        """The manifest, its statements and what follows from it."""
        manifest = self.read("public/manifest.json")
        for one in manifest["parts"]:
            member = one["member"]
            one |= {"part_sha256": sha256(self.files[f"public/parts/{member}.json"]),
                    "sealed_sha256": sha256(self.files[f"sealed/{member}.json"]),
                    "journal_sha256": sha256(self.files[f"sealed/journal-{member}.jsonl"])}
        for one in manifest.get("carried", []):
            name = f"carried/{one['sequence']}.{one['member']}.json"
            one |= {"part_sha256": sha256(self.files[f"public/{name}"]), "sealed_sha256": sha256(self.files[f"sealed/{name}"])}
        for entry in manifest["contracts"]:
            [one] = entry.values()
            name = f"public/contracts/{one['name']}.json"
            if name in self.edits:
                self.files[name] = canonical(self.edited(name, self.read(name)))
            one["file_sha256"] = sha256(self.files[name])
        manifest = self.edited("public/manifest.json", manifest)
        data = self.files["public/manifest.json"] = canonical(manifest)
        count, signatures = len(manifest["addresses"]) if isinstance(manifest.get("addresses"), list) else 0, {}
        for role in self.plan.signers:
            heading = self.read("public/manifest.json")["ceremony"]
            signatures[role] = self.stated("manifest", heading, f"manifest.{role}", role, self.plan.wallet_of(role), count, sha256(data))
        witnessed = {}
        for witness in self.plan.table("witness"):
            name, stem = witness["name"], f"public/statements/witness.{witness['name']}"
            self.files[f"{stem}.txt"] = derived.witnessed(self.read("public/manifest.json")["ceremony"], name, sha256(data))
            if witness["signs"] == "key":
                witnessed[name] = self.sign_with(seeds.witness(name), self.files[f"{stem}.txt"])
                self.files[f"{stem}.sig"] = witnessed[name].encode()
        name = "sealed/journal-team.jsonl"
        lines = self.events(name)
        for line in lines:
            fit(line, {"manifest": sha256(data)}, signatures, "role", ("manifest-written", "manifest-compared"))
            fit(line, {}, witnessed, "witness", ())
            for one in manifest["parts"] if isinstance(manifest.get("parts"), list) else []:
                if "part-accepted" in kinds(line) and line["event"]["part-accepted"]["member"] == one.get("member"):
                    line["event"]["part-accepted"] |= {k: one.get(f"{k}_sha256") for k in ("part", "sealed", "journal")}
        self.files[name] = self.chain(lines)[0]
        try:
            self.files |= derived.files(manifest, sha256(data))
        except Exception:
            pass  # A manifest of another form has no labels.


def kinds(line):
    event = line.get("event") if isinstance(line, dict) else None
    return event if isinstance(event, dict) else {}


def fit(line, digests, signatures, key, about):
    """Puts the new digests and signatures into a line of a journal."""
    for kind, event in kinds(line).items():
        if kind in about:
            event |= {name: digests[name] for name in event if name in digests}
        if kind in ("statement-signed", "manifest-signed", "witness-signed") and event.get(key) in signatures:
            event["signature"] = signatures[event[key]]
