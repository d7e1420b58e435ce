"""The checks of what came before: V-CARRIED, V-RETIRED, V-SUCCESSION, V-SEQUENCE, and witnesses."""

import bundle
import curve
import derived
import files
import forms
import replay
import seeds
from canonical import Malformed
from case import sha256

SAME = ("organisation", "chain_id", "rehearsal", "testnet")


def older(case):
    """The previous manifests that were brought, each once and without this one itself, in the order of their sequences."""
    found = []
    for data in dict.fromkeys(case.previous):
        if data == case.files["public/manifest.json"]:
            continue
        try:
            found.append(files.read(files.manifest, data) | {"sha256": sha256(data)})
        except Malformed as error:
            raise bundle.Unusable(f"a previous manifest cannot be read: {error}") from None
    return sorted(found, key=lambda manifest: manifest["ceremony"]["sequence"])


def last(case):
    """The newest of the manifests that were brought and are older than this one."""
    return next((one for one in reversed(older(case)) if one["ceremony"]["sequence"] < case.heading["sequence"]), None)


def made(manifest):
    return [one for entry in manifest["contracts"] for one in entry.values()]


def live(manifest):
    """(address, label, name) of everything that a manifest has, with what it is."""
    found = {(row["address"], row["label"], row["role"]): "key" for row in manifest["addresses"]}
    for kind, rows in (("contract", made(manifest)), ("outside address", manifest["externals"])):
        found |= {(row["address"], row["label"], row["name"]): kind for row in rows if row["address"] != "TBD"}
    return found


def carried(case):
    """(sequence, member, the earlier part, its wallets with the plan's roles) of what could be read of it."""
    for (sequence, member), wallets in case.plan.carried.items():
        if (sequence, member) in case.earlier:
            yield sequence, member, case.earlier[sequence, member], wallets


def signer_of(part, wallet):
    """The address that a part has for a wallet's signer."""
    role = next((w["signer"] for w in part["wallets"] if w["name"] == wallet), None)
    return next((row["address"] for row in part["addresses"] if (row["role"], row["wallet"]) == (role, wallet)), None)


def v_carried(case):
    parts = []
    for name, why in case.unread.items():
        case.fail("V-CARRIED", f"{name} {why}")
    for sequence, member, part, wallets in carried(case):
        name = f"{sequence}.{member}"
        parts.append({"member": member, "part_sha256": sha256(case.files[f"public/carried/{name}.json"]),
                      "sealed_sha256": part["sealed_sha256"], "sequence": sequence})
        heading = part["ceremony"]
        told = {key: heading[key] for key in SAME} | {"sequence": heading["sequence"], "member": part["member"]}
        case.same("V-CARRIED", told, {key: case.heading[key] for key in SAME} | {"sequence": sequence, "member": member},
                  f"public/carried/{name}.json is of another ceremony")
        for wallet, roles in wallets.items():
            evidence(case, name, part, case.plan.by_id[f"{member}/{wallet}"], roles)
        if (sequence, member) in case.earlier_sealed:
            case.same("V-CARRIED", sha256(case.files[f"sealed/carried/{name}.json"]), part["sealed_sha256"],
                      f"the part {name} names another sealed file")
            sealed = case.earlier_sealed[sequence, member]
            case.same("V-CARRIED", (sealed["ceremony"], sealed["member"]), (heading, member), f"sealed/carried/{name}.json is another's")
    case.same("V-CARRIED", case.manifest.get("carried", []), parts, "the manifest names other earlier parts than those that it comes from")
    newest = last(case)
    for manifest in older(case):
        sequence = manifest["ceremony"]["sequence"]
        is_last = newest is not None and manifest["sha256"] == newest["sha256"]
        named = {(one.get("sequence", sequence), one["member"]): (one["part_sha256"], one["sealed_sha256"])
                 for one in manifest.get("carried", []) + manifest["parts"]}
        for one in parts:
            where, digests = (one["sequence"], one["member"]), (one["part_sha256"], one["sealed_sha256"])
            if where in named or one["sequence"] == sequence or (is_last and one["sequence"] < sequence):
                case.same("V-CARRIED", named.get(where), digests, f"manifest {sequence} names another part of {one['member']}, or none")


def evidence(case, name, part, wallet, roles):
    """What a wallet gave then: the identity, the rows and the signature over the part."""
    told = next(((w["identity"], w["signer"], w["tier"], w["entry"]) for w in part["wallets"] if w["name"] == wallet.name), None)
    case.same("V-CARRIED", told, (wallet.identity, wallet.signer, wallet.tier, wallet.entry),
              f"{name} has another identity, signer, tier or entry of {wallet.name}")
    rows = {(row["role"], row["wallet"], row["path"], row["address"]) for row in part["addresses"]}
    for role in roles:
        if (role.name, wallet.name, role.path, role.address) not in rows:
            case.fail("V-CARRIED", f"{name} does not have {role.name} as the plan carries it")
    count = sum(row["wallet"] == wallet.name for row in part["addresses"])
    stem = f"public/carried/{name}.{wallet.name}"
    digest = sha256(case.files[f"public/carried/{name}.json"])
    statement = derived.statement("part", part["ceremony"], part["member"], wallet.name, count, digest)
    case.same("V-CARRIED", case.file(f"{stem}.txt"), statement, f"{stem}.txt is not what must have been signed")
    case.same("V-CARRIED", signer(case, "V-CARRIED", stem, statement), signer_of(part, wallet.name), f"{stem}.sig is by somebody else")


def signer(case, check, stem, statement):
    """Who signed a statement; fails the check where there is no signature in its one form."""
    try:
        text = case.file(f"{stem}.sig").decode("ascii")
        forms.signature(text)
        return curve.signer(statement, bytes.fromhex(text[2:]))
    except (AttributeError, UnicodeDecodeError, Malformed, curve.Wrong):
        case.fail(check, f"{stem}.sig is missing, or no signature in its one form")


def addresses_follow(case):
    """V-ADDRESS and V-IDENTITY of what is carried."""
    for sequence, member, part, wallets in carried(case):
        if (sequence, member) not in case.earlier_sealed:
            continue
        sealed = case.earlier_sealed[sequence, member]
        xpubs = {(a["wallet"], a["path"]): curve.Xpub(a["xpub"]) for a in sealed["accounts"]}
        kept = {(a["wallet"], a["path"]) for a in sealed.get("kept", [])}
        for wallet, role in ((wallet, role) for wallet, roles in wallets.items() for role in roles):
            account = wallet, role.account
            if account in kept:
                case.tell("V-ADDRESS", None, f"Not checked for {role.name}: its wallet keeps its xpub.")
            elif account not in xpubs or replay.derived(xpubs[account], role.path) != role.address:
                case.fail("V-ADDRESS", f"{role.name} does not follow from the xpub of ceremony {sequence}")
        for wallet, path in kept:
            if wallet in wallets and not case.plan.by_id[f"{member}/{wallet}"].kept:
                case.fail("V-IDENTITY", f"{member}/{wallet} kept the xpub at {path} in ceremony {sequence}, and does not by the plan")
        fingerprints(case, member, part, sealed)


def fingerprints(case, member, part, sealed):
    """Each xpub of a sealed file is of its wallet's identity and of its account's number."""
    identities = {wallet["name"]: wallet["identity"] for wallet in part["wallets"]}
    for a in sealed["accounts"]:
        xpub, number = curve.Xpub(a["xpub"]), int(a["path"].split("/")[-1][:-1]) + curve.HARDENED
        if a["wallet"] not in identities or xpub.number != number or xpub.parent != curve.fingerprint(bytes.fromhex(identities[a["wallet"]])):
            case.fail("V-IDENTITY", f"the xpub at {a['path']} is not of {member}/{a['wallet']}")


def v_witness(case):
    rehearsal, wanted, signers = case.heading["rehearsal"], [], []
    for witness in case.plan.table("witness"):
        key = seeds.witness_address(witness["name"])
        address = key if rehearsal and witness["signs"] == "key" else witness.get("address")
        wanted.append(({"address": address} if address else {}) | {"name": witness["name"], "signs": witness["signs"]})
        stem = f"public/statements/witness.{witness['name']}"
        statement = derived.witnessed(case.heading, witness["name"], case.digest)
        case.same("V-WITNESS", case.file(f"{stem}.txt"), statement, f"{stem}.txt is not what must have been signed")
        if witness["signs"] == "paper":
            case.tell("V-WITNESS", None, f"{witness['name']} signed on paper: only the sheet shows it.")
            continue
        found = signer(case, "V-WITNESS", stem, statement)
        if found and found != (address or found):
            case.fail("V-WITNESS", f"{stem}.sig is by somebody else")
        elif found:
            signers.append((witness["name"], found))
            if not address:
                case.tell("V-WITNESS", None, f"{witness['name']} signed with {found}: ask the witness.")
    alone(case, wanted, signers)
    case.same("V-WITNESS", case.manifest.get("witnesses", []), wanted, "the manifest's witnesses are not those of the plan")


def alone(case, witnesses, signers):
    """No witness's key is that of anything in the manifest, of another witness, or published."""
    retired = [(one["address"], one["label"], one["name"]) for one in case.manifest.get("retired", [])]
    taken = {address: name for address, _, name in [*live(case.manifest), *retired]}
    planned = [(one["name"], one["address"]) for one in witnesses if "address" in one]
    for name, address in signers:
        others = [other for other, used in planned + signers if used == address and other != name]
        if address in taken or others:
            case.fail("V-WITNESS", f"{name} signed with the address of {taken.get(address) or others[0]}")
        elif not case.heading["rehearsal"]:
            if address in {seeds.witness_address(one["name"]) for one in witnesses} | seeds.shown():
                case.fail("V-WITNESS", f"{name} signed with a published key")


def v_sequence(case):
    chain = older(case)
    if case.heading["sequence"] == 1:
        if case.heading["previous"] != "none" or chain:
            case.fail("V-SEQUENCE", "the first ceremony has no manifest before it")
        return None
    if not chain:
        return case.tell("V-SEQUENCE", None, "Not made: needs the manifest before this one.")
    chain.append(case.manifest)
    for one, other in zip(chain, chain[1:]):
        before, after = one["ceremony"], other["ceremony"]
        same = all(before[key] == after[key] for key in SAME)
        if not same or after["sequence"] != before["sequence"] + 1 or after["previous"] != one["sha256"]:
            case.fail("V-SEQUENCE", f"ceremony {after['sequence']} does not follow the manifest before it")
        stand(case, one, other)


def stand(case, one, other):
    """Contracts that both manifests have: at one address, and before the second one as the first one left them."""
    names = {held["name"]: held for held in made(one)}
    places = {held["address"]: held for held in made(one)}
    changed = {table["name"] for kind in ("safe", "split") for table in case.plan.table(kind) if "now" in table}
    for held in made(other):
        before = names.get(held["name"]) or places.get(held["address"])
        if not before:
            continue
        case.same("V-SEQUENCE", held["address"], before["address"], f"{held['name']} stands at another address than before")
        if other is case.manifest and held["name"] not in changed:
            left, now = state(before, "present"), state(held, "before", "present")
            case.same("V-SEQUENCE", {key: now.get(key) for key in left}, left, f"{held['name']} does not stand as it was left")


def state(entry, *places):
    """How a contract stood: the first of these that the entry has, or as it was created."""
    held = next((entry[place] for place in places if place in entry), entry)
    # The names of the addresses may be others; that a Safe was created in another order of owners is V-CONTRACT's.
    if "threshold" in held:
        return {"threshold": held["threshold"], "owners": sorted(held["owners"])}
    return {"owner": held["owner"], "recipients": held["recipients"], "allocations": held["allocations"], "incentive": held["incentive"]}


def v_retired(case):
    retired = [{key: one[key] for key in ("address", "label", "name", "reason", "sequence")} for one in case.plan.table("retired")]
    case.same("V-ROWS", case.manifest.get("retired", []), retired, "what is retired is not what the plan retires")
    before = last(case)
    if not before:
        return case.heading["sequence"] > 1 and case.tell("V-RETIRED", None, "Not made: needs the manifest before this one.")
    here, had = {one[0]: (one, kind) for one, kind in live(case.manifest).items()}, live(before)
    now, was = case.manifest.get("retired", []), before.get("retired", [])
    gone = {(one["address"], one["label"], one["name"]) for one in now}
    for (address, label, name), kind in sorted(had.items()):
        if address in here:
            held(case, (address, label, name), kind, *here[address])
        elif (address, label, name) not in gone:
            case.fail("V-RETIRED", f"{name} vanished")
    for one in was:
        if one not in now:
            case.fail("V-RETIRED", f"{one['name']} was retired before and is no more")
    for one in now:
        if one not in was and ((one["address"], one["label"], one["name"]) not in had or one["sequence"] != case.heading["sequence"]):
            case.fail("V-RETIRED", f"{one['name']} is retired, and no manifest had it, or not then")


def held(case, was, old, now, new):
    """What stands where it stood: a contract stays one, and what was outside becomes no key. What is told otherwise is named."""
    if (old == "contract" and new != "contract") or (old == "outside address" and new == "key"):
        case.fail("V-RETIRED", f"{was[2]} was a {old}, and is a {new}")
    elif (was, old) != (now, new):
        case.tell("V-RETIRED", True, f"{was[0]} was {was[2]} ({was[1]}, a {old}), and is {now[2]} ({now[1]}, a {new}).")


def v_succession(case):
    manifest = last(case)
    if not manifest:
        return case.heading["sequence"] > 1 and case.tell("V-SUCCESSION", None, "Not made: needs the manifest before this one.")
    before = {signer["address"] for signer in manifest["policy"]}
    agree = before & {signer["address"] for signer in case.manifest["policy"]}
    if len(agree) < manifest.get("succession", len(before)):
        case.fail("V-SUCCESSION", f"{len(agree)} of the {len(before)} signers of the manifest before this one signed it")
