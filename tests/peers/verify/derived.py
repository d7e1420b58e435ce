"""What follows from plan and manifest: which files there are, statements, sums, labels, the page VERIFY.md."""

from pathlib import Path

import canonical
from case import sha256

PAGE = (Path(__file__).parent / "page.md").read_text(encoding="utf-8")
EARLIER = {"<carried>": " carried/*.json", "<or>": " or in carried/, which is of the earlier ceremony that it names",
           "<か>": "か carried/(そこに記された以前の儀式のもの)"}
COLUMNS = ["label", "address", "chain_id", "kind", "role", "member", "wallet", "path", "mark"]


def names(plan, sealed):
    """The names of exactly the files of a bundle."""
    found = {f"public/{name}" for name in ("plan.toml", "manifest.json", "labels.csv", "labels.jsonl", "VERIFY.md", "SHA256SUMS")}
    stems = [f"manifest.{role}" for role in plan.signers]
    for member in plan.members:
        found.add(f"public/parts/{member}.json")
        stems += [f"{member}.{wallet.name}" for wallet in plan.opened(member)]
        if sealed:
            found |= {f"sealed/{member}.json", f"sealed/journal-{member}.jsonl"}
    found |= {f"public/statements/witness.{w['name']}.{end}" for w in plan.table("witness")
              for end in ("txt", *(["sig"] if w["signs"] == "key" else []))}
    for (sequence, member), wallets in plan.carried.items():
        found.add(f"public/carried/{sequence}.{member}.json")
        found |= {f"public/carried/{sequence}.{member}.{wallet}.{end}" for wallet in wallets for end in ("txt", "sig")}
        found |= {f"sealed/carried/{sequence}.{member}.json"} if sealed else set()
    found |= {f"public/statements/{stem}.{end}" for stem in stems for end in ("txt", "sig")}
    found |= {f"public/contracts/{table['name']}.json" for kind in ("safe", "split") for table in plan.table(kind)}
    return found | {"sealed/journal-team.jsonl", "sealed/SHA256SUMS"} if sealed else found


def statement(about, heading, member, wallet, count, digest) -> bytes:
    """What a wallet signs about its part or about the manifest."""
    return f"{opening(about, heading)}member: {member}; wallet: {wallet}; addresses: {count}; sha256: {digest}".encode()


def witnessed(heading, name, digest) -> bytes:
    """What a witness signs about the manifest."""
    return f"{opening('witness', heading)}witness: {name}; sha256: {digest}".encode()


def opening(about, heading):
    marks = "REHEARSAL; " * heading["rehearsal"] + "TESTNET; " * heading["testnet"]
    return f"Gishiki {about} v1; {marks}org: {heading['organisation']}; ceremony: {heading['id']}; seq: {heading['sequence']}; "


def sums(files, wanted, folder) -> bytes:
    """SHA256SUMS over those files of a folder that belong there."""
    prefix = f"{folder}/"
    held = sorted(name for name in wanted if name.startswith(prefix) and name != f"{prefix}SHA256SUMS" and name in files)
    return "".join(f"{sha256(files[name])}  {name.removeprefix(prefix)}\n" for name in held).encode()


def mark(heading):
    return " ".join(["REHEARSAL"] * heading["rehearsal"] + ["TESTNET"] * heading["testnet"])


def labels(manifest):
    """A dictionary for each label: keys, contracts on each of their chains, externals that have an address."""
    heading = manifest["ceremony"]

    def label(kind, row, role, chain, **more):
        told = {"member": "", "path": "", "wallet": ""} | more
        return told | {"address": row["address"], "chain_id": chain, "kind": kind, "label": row["label"], "mark": mark(heading),
                       "ref": f"eip155:{chain}:{row['address']}", "role": role}
    for row in manifest["addresses"]:
        yield label("key", row, row["role"], heading["chain_id"], member=row["member"], path=row["path"], wallet=row["wallet"])
    for one in (one for entry in manifest["contracts"] for one in entry.values()):
        for chain in one["chains"]:
            yield label("contract", one, one["name"], chain)
    for row in manifest["externals"]:
        if row["address"] != "TBD":
            yield label("external", row, row["name"], heading["chain_id"])


def cell(value):
    """A cell that no spreadsheet takes for a formula."""
    text = str(value)
    text = "'" + text if text[:1] in ("=", "+", "-", "@") else text
    return '"' + text.replace('"', '""') + '"' if set(text) & set(",\"'") else text


def files(manifest, digest):
    """labels.csv, labels.jsonl and VERIFY.md."""
    rows = list(labels(manifest))
    lines = [",".join(COLUMNS), *(",".join(cell(row[column]) for column in COLUMNS) for row in rows)]
    return {"public/labels.csv": "".join(f"{line}\n" for line in lines).encode(),
            "public/labels.jsonl": b"".join(canonical.write(row) + b"\n" for row in rows),
            "public/VERIFY.md": page(manifest, digest)}


def page(manifest, digest) -> bytes:
    """The page of page.md, filled in; paragraphs about what there is none of (a mark, exceptions) are left out."""
    heading, count = manifest["ceremony"], manifest["exceptions"]
    absent = ["**<mark>"] * (not mark(heading)) + ["**<exceptions>", "**<count>"] * (not count)
    text = "\n\n".join(one for one in PAGE.split("\n\n") if not one.startswith(tuple(absent)))
    rows, signers = sorted({(row.get("since", 0), row["member"], row["wallet"]) for row in manifest["addresses"]}), []
    for s in manifest["wallet_signers"]:
        for since in (since for since, *where in rows if where == [s["member"], s["wallet"]]):
            stem = f"{s['member']}.{s['wallet']}"
            signers.append((f"carried/{since}.{stem}" if since else f"statements/{stem}", s["address"]))
    signers += [(f"statements/manifest.{s['role']}", s["address"]) for s in manifest["policy"]]
    signers += [(f"statements/witness.{w['name']}", w["address"]) for w in manifest.get("witnesses", []) if "address" in w]
    table = "\n".join(f"| `{stem}` | `{address}` |" for stem, address in signers)
    text = text.replace("<parts>", " parts/*.json" if manifest["parts"] else "")
    for placeholder, earlier in EARLIER.items():
        text = text.replace(placeholder, earlier if manifest.get("carried") else "")
    filled = {"<organisation>": heading["organisation"], "<id>": heading["id"], "<sequence>": heading["sequence"],
              "<exceptions>": "One exception was" if count == 1 else f"{count} exceptions were", "<count>": count,
              "<mark>": mark(heading), "<digest>": digest, "<signers>": table}
    for name, value in filled.items():
        text = text.replace(name, str(value))
    return text.encode()
