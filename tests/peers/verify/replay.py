"""What a member's journal and the team's journal tell, event by event, and what follows from it: the part, the sealed file."""

import hashlib

import canonical
import curve
from canonical import Malformed
from journal import MEMBER, TEAM, Replay, read


def member(data: bytes, plan, who, heading):
    """Replays a member's journal. Gives (part's bytes, sealed file's bytes, signatures by wallet, exceptions, alarms, device).
    Raises Malformed at the first event that could not have happened."""
    run = Replay(read(data, MEMBER))
    _, _, begun = run.want("begun", ceremony=heading)
    if begun["scope"] == "combination" or run.at != 1:
        raise Malformed("it does not begin with a member's run")
    facts = dict(device(run, plan, who))
    commitment = run.want("seed-committed")[2]["commitment"]
    identities, accounts, addresses, opened = {}, [], {}, Opened(run)
    for wallet in plan.opened(who):
        identities[wallet.name] = entered(run, wallet, identities)
        opened.known[wallet.name] = identities[wallet.name]
        show(run, plan, wallet, accounts, addresses, opened)
    count, head, written = run.want("part-written")
    listed = [event for seq, event in run.exceptions if seq < count]
    kept = [{"path": path, "wallet": w.name} for w in plan.opened(who) if w.kept for path, _ in plan.accounts(w)]
    sealed = canonical.write(({"kept": kept} if kept else {}) | {
        "accounts": accounts, "ceremony": heading, "device": facts, "exceptions": [clean(event) for event in listed],
        "journal_events": count, "journal_head": head, "member": who, "seed_commitment": commitment, "type": "gishiki-sealed-v1"})
    part = canonical.write({
        "addresses": [{"address": addresses[r.name], "label": r.label, "path": r.path, "role": r.name, "wallet": w.name}
                      for w in plan.opened(who) for r in w.shown],
        "ceremony": heading, "exceptions": len(listed), "member": who, "sealed_sha256": hashlib.sha256(sealed).hexdigest(),
        "tool": begun["tool"], "type": "gishiki-part-v1",
        "wallets": [{"entries": w.entries, "entry": w.entry, "identity": identities[w.name], "name": w.name, "signer": w.signer,
                     "tier": w.tier} for w in plan.opened(who)]})
    told = hashlib.sha256(part).hexdigest()
    if written != {"part": told, "sealed": hashlib.sha256(sealed).hexdigest()}:
        raise Malformed("part and sealed file do not follow from it")
    run.want("part-compared", part=told)
    signatures = {}
    for wallet in plan.opened(who):
        opened.again(wallet.name)
        signatures[wallet.name] = run.want("statement-signed", wallet=wallet.name, signer=addresses[wallet.signer])[2]["signature"]
    run.want("sessions-ended")
    run.end()
    return part, sealed, signatures, [event for _, event in run.exceptions], run.alarms, begun["bench"]


def clean(event):
    return {key: event[key] for key in ("decided", "expected", "happened", "step")}


def device(run, plan, who):
    """The facts of the sealed file's `device`, from the events that identify and prove the device."""
    facts = run.want("device-identified")[2]["facts"]
    count, previous, kind, event = run.next()
    if kind not in ("device-proved", "device-unproved"):
        raise Malformed(f"line {count + 1}: {kind} where the device's proof belongs")
    details = dict(facts["details"])
    challenge = hashlib.sha256(b"Gishiki device challenge v1:" + bytes.fromhex(previous)).hexdigest()
    proved = kind == "device-proved"
    kinds = ("simulated",) if facts["simulated"] else ("production", "debug")
    details |= {"authenticity": kinds[0] if proved else "none", "challenge": challenge, "firmware_hash": event["firmware"]}
    if any(seed["custodian"] == who and seed.get("check_backup") for seed in plan.table("seed")):
        run.want("backup-checked")
        details["backup"] = "checked"
    return facts | {"details": details}


def entered(run, wallet, others):
    """The identity of a wallet that was entered, twice alike where it is new."""
    entries, known = 0, None
    while entries < wallet.entries:
        count, _, kind, event = run.next()
        if kind == "wallet-refused" and event["wallet"] == wallet.name:
            entries, known = 0, None
            continue
        if kind != "wallet-entered" or event["wallet"] != wallet.name or known not in (None, event["identity"]):
            raise Malformed(f"line {count + 1}: not an entry of {wallet.name}, or another one")
        entries, known = entries + 1, event["identity"]
    if known in others.values() or wallet.identity not in (None, known):
        raise Malformed(f"{wallet.name} has an identity that it cannot have")
    return known


class Opened:
    """Wallets that are opened anew before something is done with them, and compared with their sheets then."""

    def __init__(self, run):
        self.run, self.known, self.firsts = run, {}, {}

    def again(self, wallet):
        """The next event is one of this wallet: before it, it may have been opened anew."""
        while self.run.peek() == "wallet-reopened":
            self.run.want("wallet-reopened", wallet=wallet)
            if self.run.peek() == "sheet-compared":
                self.run.want("sheet-compared", wallet=wallet, address=self.firsts.get(wallet))


def show(run, plan, wallet, accounts, addresses, opened):
    """A wallet's accounts are read, and each of its roles is confirmed, following from one of them."""
    xpubs = {}
    for path, name in plan.accounts(wallet):
        opened.again(wallet.name)
        if wallet.kept:
            run.want("account-kept", wallet=wallet.name, path=path)
            continue
        told = run.want("account-read", wallet=wallet.name, path=path)[2]["xpub"]
        xpubs[path] = xpub = curve.Xpub(told)
        number = int(path.split("/")[-1][:-1])
        if xpub.parent != curve.fingerprint(bytes.fromhex(opened.known[wallet.name])) or xpub.number != curve.HARDENED + number:
            raise Malformed(f"the xpub at {path} is not of {wallet.name}")
        accounts.append({"name": name, "path": path, "wallet": wallet.name, "xpub": told})
    for role in wallet.shown:
        opened.again(wallet.name)
        while wallet.kept and run.peek() == "account-kept":
            run.want("account-kept", wallet=wallet.name, path=role.account)
        address = run.want("address-confirmed", role=role.name, path=role.path)[2]["address"]
        follows = address if wallet.kept else derived(xpubs[role.account], role.path)
        if follows != address or role.address not in (None, address):
            raise Malformed(f"{role.name} has another address than follows")
        addresses[role.name] = address
        opened.firsts.setdefault(wallet.name, address)


def derived(xpub, path):
    """The address at a path below its account."""
    change, index = map(int, path.split("/")[-2:])
    return curve.address(xpub.child(change).child(index).key)


def team(data: bytes, plan, heading, manifest, digest, signatures, witnessed):
    """Replays the team's journal; `signatures` are those on the manifest, by role, `witnessed` those of witnesses with a key, by
    name. Raises Malformed."""
    run = Replay(read(data, TEAM))
    _, _, begun = run.want("begun", ceremony=heading, tool=manifest["tool"])
    if begun["scope"] == "member" or run.at != 1:
        raise Malformed("it does not begin with a team's run")
    for part in manifest["parts"]:
        told = run.want("part-accepted", member=part["member"], part=part["part_sha256"], sealed=part["sealed_sha256"],
                        journal=part["journal_sha256"])[2]
        if (begun["scope"] == "combination" and not told["pinned"]) != part.get("unpinned", False):
            raise Malformed(f"the part of {part['member']} is marked unpinned and was told, or the other way round")
    run.want("manifest-written", manifest=digest)
    run.want("manifest-compared", manifest=digest)
    signers, signed, opened, compared = {s["role"]: s for s in manifest["policy"]}, {}, set(), set()
    witnesses, seen = {w["name"]: w for w in manifest.get("witnesses", [])}, {}
    firsts = {wallet.id: wallet.roles[0].name for wallet in plan.wallets}
    addresses = {row["role"]: row["address"] for row in manifest["addresses"]}
    while run.peek() != "finished":
        count, _, kind, event = run.next()
        where = f"{event.get('member')}/{event.get('wallet')}"
        if kind == "wallet-opened" and any(f"{s['member']}/{s['wallet']}" == where for s in signers.values()):
            opened.add(where)
            compared.discard(where)
        elif kind == "wallet-refused" and where not in opened and any(
                f"{s['member']}/{s['wallet']}" == where and s["role"] not in signed for s in signers.values()):
            continue
        elif kind == "sheet-compared" and where in opened - compared and event["address"] == addresses[firsts[where]]:
            compared.add(where)
        elif kind == "manifest-signed" and event["role"] in signers and event["role"] not in signed:
            signer = signers[event["role"]]
            if f"{signer['member']}/{signer['wallet']}" not in compared or event["signer"] != signer["address"]:
                raise Malformed(f"line {count + 1}: signed before the wallet was compared, or by another")
            signed[event["role"]] = event["signature"]
        elif kind in ("witness-signed", "witness-on-paper") and event["witness"] in set(witnesses) - set(seen):
            witness = witnesses[event["witness"]]
            other = event.get("signer") != witness.get("address", event.get("signer"))
            if other or (kind == "witness-signed") != (witness["signs"] == "key"):
                raise Malformed(f"line {count + 1}: a witness who signs in another way, or another one")
            seen[event["witness"]] = event.get("signature")
        elif kind == "sessions-ended" and any(where.startswith(event["member"] + "/") for where in opened):
            ended = {where for where in opened if where.startswith(event["member"] + "/")}
            opened, compared = opened - ended, compared - ended
        else:
            raise Malformed(f"line {count + 1}: {kind} could not have happened there")
    run.end()
    if {name: seen.get(name) for name in witnesses} != {name: witnessed.get(name) for name in witnesses} or set(seen) != set(witnesses):
        raise Malformed("it does not agree with the witnesses' signatures")
    if signed != signatures or opened:
        raise Malformed("it does not agree with the signatures on the manifest, or leaves a wallet open")
    return [event for _, event in run.exceptions], run.alarms, begun["bench"]
