"""The checks of docs/verification.md, a function each, in its order. Each adds what it found to a case."""

import itertools

import contracts
import curve
import derived
import files
import forms
import plan as plans
import replay
import seeds
from batches import v_batch
from canonical import Malformed
from case import Case, Unreadable, sha256
from history import (addresses_follow, fingerprints, last, made, older, v_carried, v_retired, v_sequence, v_succession,
                     v_witness)


def v_plan(case):
    """First, as which files there shall be follows from it. Lints are not made."""
    data = case.file("public/plan.toml")
    if data is None:
        case.fail("V-PLAN", "public/plan.toml is missing")
        raise Unreadable
    try:
        case.plan = plans.Plan(data)
    except Malformed as error:
        case.fail("V-PLAN", f"the plan cannot be used: {error}")
        raise Unreadable from None
    if case.brought is not None:
        case.same("V-PLAN", data, case.brought, "another plan than the one that was brought")
    case.tell("V-PLAN", None, "Only keys and forms of the plan are checked here: the lints are Gishiki's.")


def v_canonical(case):
    wanted = {"public/manifest.json": files.manifest}
    for member in case.plan.members:
        wanted[f"public/parts/{member}.json"] = files.part
        if case.has_sealed:
            wanted[f"sealed/{member}.json"] = files.sealed
    for name in [table["name"] for kind in ("safe", "split") for table in case.plan.table(kind)]:
        wanted[f"public/contracts/{name}.json"] = files.contract_file
    read = {}
    for name, form in wanted.items():
        if name not in case.files:
            case.fail("V-CANONICAL", f"{name} is missing")
            continue
        try:
            read[name] = files.read(form, case.files[name])
        except Malformed as error:
            case.fail("V-CANONICAL", f"{name} is not in its one form: {error}")
    if any(name not in read for name in wanted if "/contracts/" not in name):
        raise Unreadable
    case.manifest = read["public/manifest.json"]
    case.parts = {member: read[f"public/parts/{member}.json"] for member in case.plan.members}
    case.sealed = {member: read[f"sealed/{member}.json"] for member in case.plan.members} if case.has_sealed else None
    case.unread = {}
    case.earlier = carried_files(case, "public", files.part)
    case.earlier_sealed = carried_files(case, "sealed", files.sealed) if case.has_sealed else {}
    case.heading = case.manifest["ceremony"]
    case.planned = case.plan.heading(case.heading["rehearsal"])
    told = {row["role"]: row["address"] for part in case.parts.values() for row in part["addresses"]}
    kept = {role.name: role.address for wallet in case.plan.wallets for role in wallet.carried}
    case.addresses = {name: kept.get(name, told.get(name)) for name in case.plan.roles}


def carried_files(case, folder, form):
    """(sequence, member) -> an earlier part or sealed file; what cannot be read is V-CARRIED's to tell."""
    found = {}
    for sequence, member in case.plan.carried:
        name = f"{folder}/carried/{sequence}.{member}.json"
        try:
            found[sequence, member] = files.read(form, case.files[name])
        except KeyError:
            case.unread[name] = "is missing"
        except Malformed as error:
            case.unread[name] = f"is not in its one form: {error}"
    return found


def v_exceptions(case):
    total = 0
    for told in case.manifest["parts"]:
        part = case.parts.get(told["member"])
        total += told["exceptions"]
        if part and told["exceptions"] < part["exceptions"]:
            case.fail("V-EXCEPTIONS", f"the manifest counts fewer exceptions of {told['member']} than the part")
        if part and case.sealed:
            case.same("V-EXCEPTIONS", part["exceptions"], len(case.sealed[told["member"]]["exceptions"]),
                      f"the part of {told['member']} counts other exceptions than its sealed file lists")
    case.same("V-EXCEPTIONS", case.manifest["exceptions"], total, "the manifest counts other exceptions than its members recorded")
    for (sequence, member), sealed in case.earlier_sealed.items():
        part, listed = case.earlier.get((sequence, member)), sealed["exceptions"]
        if part:
            case.same("V-EXCEPTIONS", part["exceptions"], len(listed), f"the part {sequence}.{member} counts other exceptions than its sealed file lists")
        for one in listed:
            case.tell("V-EXCEPTIONS", True, f"{member} in ceremony {sequence}, {one['step']}: {one['happened']}")


def v_heading(case):
    wanted = case.plan.heading(case.heading["rehearsal"])
    case.same("V-HEADING", case.heading, wanted, "the manifest says something else of the ceremony than the plan")
    for folder, held in (("public/parts", case.parts), ("sealed", case.sealed or {})):
        for member, contents in held.items():
            case.same("V-HEADING", (contents["ceremony"], contents["member"]), (wanted, member),
                      f"{folder}/{member}.json says something else of the ceremony than the plan")


def v_rehearsal(case):
    case.same("V-REHEARSAL", case.heading["rehearsal"], case.rehearsal, "a rehearsal where none was expected, or none where one was")


def v_files(case):
    wanted = derived.names(case.plan, case.has_sealed)
    for name in sorted(wanted - set(case.files)):
        case.fail("V-FILES", f"{name} is missing")
    for name in sorted(set(case.files) - wanted):
        case.fail("V-FILES", f"{name} does not belong there")


def v_sums(case):
    for folder in ("public", "sealed") if case.has_sealed else ("public",):
        wanted = derived.sums(case.files, derived.names(case.plan, case.has_sealed), folder)
        case.same("V-SUMS", case.file(f"{folder}/SHA256SUMS"), wanted, f"{folder}/SHA256SUMS is not what follows from the files")


def v_derived(case):
    for name, data in derived.files(case.manifest, case.digest).items():
        case.same("V-DERIVED", case.file(name), data, f"{name} is not what follows from the manifest")


def v_digests(case):
    case.same("V-DIGESTS", case.heading["plan_sha256"], case.plan.sha256, "the manifest names another digest of the plan")
    told = case.manifest["parts"]
    case.same("V-DIGESTS", [one["member"] for one in told], case.plan.members, "the manifest names other members than the plan")
    for one in told:
        member = one["member"]
        if member not in case.parts:
            continue
        here = [("part_sha256", f"public/parts/{member}.json")]
        if case.has_sealed:
            here += [("sealed_sha256", f"sealed/{member}.json"), ("journal_sha256", f"sealed/journal-{member}.jsonl")]
        for key, name in here:
            if name in case.files:
                case.same("V-DIGESTS", one[key], sha256(case.files[name]), f"the manifest names another digest of {name}")
        case.same("V-DIGESTS", one["sealed_sha256"], case.parts[member]["sealed_sha256"], f"manifest and part of {member} name two sealed files")


def v_rows(case):
    wanted, shown = [], {}
    for member, part in case.parts.items():
        rows = [(wallet, role) for wallet in case.plan.opened(member) for role in wallet.shown]
        told = [{"address": row["address"], "label": role.label, "path": role.path, "role": role.name, "wallet": wallet.name}
                for (wallet, role), row in zip(rows, part["addresses"])]
        case.same("V-ROWS", (len(rows), told), (len(part["addresses"]), part["addresses"]), f"the part of {member} has other rows than the plan")
        shown |= {(member, row["role"]): row["address"] for row in part["addresses"]}
        for _, role in rows:
            if role.address and shown.get((member, role.name)) != role.address:
                case.fail("V-ROWS", f"{role.name} has another address than the plan writes")
    for member in case.plan.custodians:
        for wallet in (wallet for wallet in case.plan.wallets if wallet.member == member):
            for role in wallet.roles:
                since = {"since": role.confirmed} if role in wallet.carried else {}
                row = since | {"address": role.address if since else shown.get((member, role.name)), "label": role.label, "member": member,
                       "path": role.path, "role": role.name, "tier": wallet.tier, "wallet": wallet.name}
                wanted.append(row)
    case.same("V-ROWS", case.manifest["addresses"], wanted, "the manifest's addresses do not follow from parts and plan")
    externals = [{"address": e["address"], "label": e["label"], "name": e["name"]} for e in case.plan.table("external")]
    case.same("V-ROWS", case.manifest["externals"], externals, "the manifest's externals are not the plan's")


def v_wallets(case):
    for member, part in case.parts.items():
        wanted = [{"entries": w.entries, "entry": w.entry, "identity": w.identity or told["identity"], "name": w.name,
                   "signer": w.signer, "tier": w.tier} for w, told in zip(case.plan.opened(member), part["wallets"])]
        case.same("V-WALLETS", (len(case.plan.opened(member)), wanted), (len(part["wallets"]), part["wallets"]),
                  f"the wallets of {member} are not those of the plan")
        typed(case, member, part)
    for (_, member), part in case.earlier.items():
        typed(case, member, part)


def typed(case, member, part):
    """Names the wallets of the plan whose passphrases a laptop saw, by a part of this ceremony or an earlier one."""
    for wallet in part["wallets"]:
        if wallet["entry"] != "device" and f"{member}/{wallet['name']}" in case.plan.by_id:
            case.tell("V-WALLETS", True, f"The passphrase of {member}/{wallet['name']} was typed on the laptop in ceremony {part['ceremony']['sequence']}.")


def v_policy(case):
    case.same("V-POLICY", case.manifest.get("succession"), case.plan.toml["manifest"].get("succession"),
              "the manifest asks for another succession than the plan")
    def signer(role):
        wallet = case.plan.wallet_of(role)
        return {"address": case.addresses.get(role), "member": wallet.member, "role": role, "wallet": wallet.name}
    case.same("V-POLICY", case.manifest["policy"], [signer(role) for role in case.plan.signers], "the manifest names other signers than the plan")
    case.same("V-POLICY", case.manifest["wallet_signers"], [signer(w.signer) for w in case.plan.wallets],
              "the manifest names other signers of wallets than the plan")


def v_unique(case):
    rows = case.manifest["addresses"] + made(case.manifest) + case.manifest["externals"] + case.manifest.get("retired", [])
    identities = {(member, wallet["name"]): wallet["identity"] for member, part in case.parts.items() for wallet in part["wallets"]}
    identities |= {(w.member, w.name): w.identity for w in case.plan.wallets if not w.shown}
    groups = {"address": [row["address"] for row in rows if row["address"] != "TBD"], "label": [row["label"].lower() for row in rows],
              "identity": list(identities.values())}
    if case.has_sealed:
        groups["seed"] = [sealed["seed_commitment"] for sealed in [*case.sealed.values(), *case.earlier_sealed.values()]]
        apart(case)
    for what, values in groups.items():
        case.same("V-UNIQUE", len(set(values)), len(values), f"one {what} stands twice")
    here = {row["label"].lower(): row["address"] for row in rows if row["address"] != "TBD"}
    for manifest in older(case):
        for row in manifest["addresses"] + made(manifest) + manifest["externals"] + manifest.get("retired", []):
            if here.get(row["label"].lower(), row["address"]) != row["address"] != "TBD":
                case.fail("V-UNIQUE", f"the label {row['label']} was that of another address")


def apart(case):
    """Names the members whose seeds nothing compares: a commitment is for one ceremony, and no file is of one that both held."""
    held = {}
    for member, sealed in [*case.sealed.items(), *((member, sealed) for (_, member), sealed in case.earlier_sealed.items())]:
        held.setdefault(member, set()).add((sealed["ceremony"]["id"], sealed["ceremony"]["sequence"]))
    for one, other in itertools.combinations([member for member in case.plan.custodians if member in held], 2):
        if not held[one] & held[other]:
            case.tell("V-UNIQUE", None, f"Not checked: whether {one} and {other} share a seed.")


def signed(case):
    """(file name without its end, statement, address) of everything that is signed."""
    for member, part in case.parts.items():
        for wallet in case.plan.opened(member):
            count = sum(row["wallet"] == wallet.name for row in part["addresses"])
            digest = sha256(case.files[f"public/parts/{member}.json"])
            statement = derived.statement("part", case.heading, member, wallet.name, count, digest)
            yield f"public/statements/{member}.{wallet.name}", statement, case.addresses[wallet.signer]
    for s in case.manifest["policy"]:
        statement = derived.statement("manifest", case.heading, s["member"], s["wallet"], len(case.manifest["addresses"]), case.digest)
        yield f"public/statements/manifest.{s['role']}", statement, s["address"]


def v_statement(case):
    for stem, statement, _ in signed(case):
        case.same("V-STATEMENT", case.file(f"{stem}.txt"), statement, f"{stem}.txt is not what must have been signed")


def v_signature(case):
    for stem, statement, address in signed(case):
        try:
            text = case.file(f"{stem}.sig").decode("ascii")
            forms.signature(text)
            case.same("V-SIGNATURE", curve.signer(statement, bytes.fromhex(text[2:])), address, f"{stem}.sig is by somebody else")
        except (AttributeError, UnicodeDecodeError, Malformed, curve.Wrong):
            case.fail("V-SIGNATURE", f"{stem}.sig is missing, or no signature in its one form")


def v_pins(case):
    """Every required signer is known from outside, and nothing from outside contradicts the manifest."""
    addresses = case.addresses
    pinned = set(case.signers)
    for role, address in case.signers.items():
        if addresses.get(role) != address:
            case.fail("V-PINS", f"{role} was told to be another address")
    if case.brought == case.files["public/plan.toml"]:
        pinned |= {role.name for role in case.plan.roles.values() if role.address}
    for manifest in filter(None, [last(case)]):
        pinned |= {row["role"] for row in manifest["addresses"] if addresses.get(row["role"]) == row["address"]}
    if case.rehearsal and case.heading["rehearsal"]:
        pinned |= {role.name for role in case.plan.roles.values() if addresses.get(role.name) == test_address(case, role)}
    required = {wallet.signer for wallet in case.plan.wallets} | set(case.plan.signers)
    for role in sorted(required - pinned):
        case.fail("V-PINS", f"{role}, {addresses[role]}, is not known from outside the bundle")


def test_address(case, role):
    wallet = case.plan.wallet_of(role.name)
    return seeds.address(*case.plan.kind(wallet.member), f"rehearsal {wallet.name}", role.path)


def v_address(case):
    if case.sealed is None:
        return case.tell("V-ADDRESS", None, "Not made: needs the sealed part.")
    for member, sealed in case.sealed.items():
        xpubs = {(a["wallet"], a["path"]): curve.Xpub(a["xpub"]) for a in sealed["accounts"]}
        kept = {(one["wallet"], one["path"]) for one in sealed.get("kept", [])}
        for row in case.parts[member]["addresses"]:
            account = row["wallet"], row["path"].rsplit("/", 2)[0]
            if account in kept:
                case.tell("V-ADDRESS", None, f"Not checked for {row['role']}: its wallet keeps its xpub.")
            elif account not in xpubs or replay.derived(xpubs[account], row["path"]) != row["address"]:
                case.fail("V-ADDRESS", f"{row['role']} does not follow from its account's xpub")
    addresses_follow(case)


def v_identity(case):
    if case.sealed is None:
        return case.tell("V-IDENTITY", None, "Not made: needs the sealed part.")
    for member, sealed in case.sealed.items():
        wanted = [(w.name, path, name) for w in case.plan.opened(member) if not w.kept for path, name in case.plan.accounts(w)]
        kept = [{"path": path, "wallet": w.name} for w in case.plan.opened(member) if w.kept for path, _ in case.plan.accounts(w)]
        case.same("V-IDENTITY", sealed.get("kept", []), kept, f"other xpubs of {member} are kept than the plan says")
        told = [(a["wallet"], a["path"], a["name"]) for a in sealed["accounts"]]
        case.same("V-IDENTITY", told, wanted, f"the accounts of {member} are not those of the plan's paths")
        fingerprints(case, member, case.parts[member], sealed)


def v_contract(case):
    """Entries and files are made again. The order of owners after a change is left to V-BATCH, which follows the calls."""
    try:
        case.world = contracts.World(case.plan, case.planned, case.addresses)
        entries, made = case.world.entries()
    except (ValueError, KeyError, OverflowError, Malformed) as error:
        return case.fail("V-CONTRACT", f"the contracts cannot be predicted: {error}")
    told = [unordered(entry) for entry in case.manifest["contracts"]]
    case.same("V-CONTRACT", told, [unordered(entry) for entry in entries], "the contracts do not follow from the plan and the addresses")
    for name, data in made.items():
        case.same("V-CONTRACT", case.file(f"public/contracts/{name}.json"), data, f"public/contracts/{name}.json does not follow")
    case.tell("V-CONTRACT", None, "Only the chain tells whether the contracts are deployed as listed.")


def unordered(entry):
    """An entry with the owners of a Safe's present state in some fixed order."""
    [(kind, one)] = entry.items()
    if kind == "safe" and "before" in one and "present" in one:
        state = one["present"]
        one = one | {"present": {"threshold": state["threshold"], "owners": sorted(zip(state["owners"], state["owner_names"]))}}
    return {kind: one}


def v_journal(case):
    if case.sealed is None:
        return case.tell("V-JOURNAL", None, "Not made: needs the sealed part.")
    case.benches = []
    for member in case.plan.members:
        name = f"sealed/journal-{member}.jsonl"
        if name not in case.files:
            case.fail("V-JOURNAL", f"{name} is missing")
            continue
        try:
            part, sealed, signatures, exceptions, _, bench = replay.member(case.files[name], case.plan, member, case.planned)
        except (Malformed, curve.Wrong, KeyError) as error:
            case.fail("V-JOURNAL", f"{name}: {error}")
            continue
        case.benches.append(bench)
        case.same("V-JOURNAL", part, case.file(f"public/parts/{member}.json"), f"the part of {member} does not follow from the journal")
        case.same("V-JOURNAL", sealed, case.file(f"sealed/{member}.json"), f"the sealed file of {member} does not follow from the journal")
        for wallet, signature in signatures.items():
            case.same("V-JOURNAL", case.file(f"public/statements/{member}.{wallet}.sig"), signature.encode(),
                      f"the journal of {member} has another signature of {wallet}")
        for one in case.manifest["parts"]:
            if one["member"] == member:
                case.same("V-EXCEPTIONS", one["exceptions"], len(exceptions), f"the manifest counts other exceptions than {member} recorded")


def v_team_journal(case):
    if case.sealed is None:
        return case.tell("V-TEAM-JOURNAL", None, "Not made: needs the sealed part.")
    if "sealed/journal-team.jsonl" not in case.files:
        return case.fail("V-TEAM-JOURNAL", "sealed/journal-team.jsonl is missing")
    signatures = {s["role"]: case.files.get(f"public/statements/manifest.{s['role']}.sig", b"").decode("latin-1")
                  for s in case.manifest["policy"]}
    witnessed = {w["name"]: case.files.get(f"public/statements/witness.{w['name']}.sig", b"").decode("latin-1")
                 for w in case.manifest.get("witnesses", []) if w["signs"] == "key"}
    try:
        replay.team(case.files["sealed/journal-team.jsonl"], case.plan, case.planned, case.manifest, case.digest, signatures, witnessed)
    except (Malformed, KeyError) as error:
        case.fail("V-TEAM-JOURNAL", f"sealed/journal-team.jsonl: {error}")
    case.tell("V-TEAM-JOURNAL", None, "No signature covers the team's journal: whoever holds the files can write it anew as a whole.")


def v_device(case):
    if case.sealed is None:
        return case.tell("V-DEVICE", None, "Not made: needs the sealed part.")
    told = [(member, sequence, sealed["device"]) for (sequence, member), sealed in case.earlier_sealed.items()]
    owners = {}
    for member, sequence, device in told + [(member, case.heading["sequence"], sealed["device"]) for member, sealed in case.sealed.items()]:
        if device["simulated"] != case.heading["rehearsal"] or device["hindrances"]:
            case.fail("V-DEVICE", f"the device of {member} in ceremony {sequence} is not what it needs, or something stood in its way")
        if device["device_id"] and owners.setdefault(device["device_id"], member) != member:
            case.fail("V-DEVICE", f"the device of {member} in ceremony {sequence} is another member's too")
    if not case.heading["rehearsal"]:
        case.same("V-DEVICE", set(getattr(case, "benches", [])) - {"usb"}, set(), "a journal began elsewhere than on USB")


def v_genuine(case):
    case.tell("V-GENUINE", None, "Not made: the chains of certificates are followed by Gishiki only.")


def v_test_seed(case):
    if not case.heading["rehearsal"]:
        return real(case)
    addresses = {row["role"]: row["address"] for row in case.manifest["addresses"]}
    for role in case.plan.roles.values():
        case.same("V-TEST-SEED", addresses.get(role.name), test_address(case, role), f"{role.name} is not of its test seed")
    for member, part in [*case.parts.items(), *((member, part) for (_, member), part in case.earlier.items())]:
        for wallet in part["wallets"]:
            wanted = seeds.identity(*case.plan.kind(member), f"rehearsal {wallet['name']}")
            case.same("V-TEST-SEED", wallet["identity"], wanted, f"{member}/{wallet['name']} is not of its test seed")


def real(case):
    """No wallet of a real ceremony is one of a published seed, as far as docs/rehearsal.md publishes them."""
    known = {(kind, number) for kind, count in seeds.COUNTS.items() for number in range(1, count + 1)}
    identities = {(w["name"], w["identity"]) for part in case.parts.values() for w in part["wallets"]}
    for kind, number in sorted(known):
        bare = seeds.identity(kind, number, "")
        if any(seeds.commitment(case.heading, bytes.fromhex(bare)) == s["seed_commitment"] for s in (case.sealed or {}).values()):
            case.fail("V-TEST-SEED", f"a member's seed is {kind} {number}")
        for name, identity in identities:
            if identity in (bare, seeds.identity(kind, number, f"rehearsal {name}")):
                case.fail("V-TEST-SEED", f"the wallet {name} is of the published seed {kind} {number}")
    case.tell("V-TEST-SEED", None, "The seeds of other tools are looked for by Gishiki only.")


def nobody(case):
    """Where nobody opens a wallet for addresses nothing is said of members; what is carried is judged all the same."""
    if not case.parts:
        case.tell("V-WALLETS", None, "Not made: nobody opens a wallet for addresses here.")
    if not case.parts and case.has_sealed:
        case.tell("V-JOURNAL", None, "Not made: nobody opens a wallet for addresses here.")
        for check in ("V-ADDRESS", "V-IDENTITY", "V-DEVICE", "V-GENUINE"):
            case.tell(check, None, "Not checked but for what is carried: nobody opens a wallet for addresses here.")


ALL = [v_exceptions, v_heading, v_rehearsal, v_files, v_sums, v_derived, v_digests, v_rows, v_wallets, v_policy, v_unique,
       v_statement, v_signature, v_witness, v_pins, v_address, v_identity, v_contract, v_batch, v_journal, v_team_journal, v_device,
       v_genuine, v_sequence, v_carried, v_retired, v_succession, v_test_seed, nobody]


def judge(case: Case):
    """Every check of a case; the document that `--json` prints."""
    try:
        v_plan(case)
        v_canonical(case)
    except Unreadable:
        case.tell("V-CANONICAL", None, "END")
        return case.close()
    for check in ALL:
        check(case)
    return case.close()
