"""What may be done to a bundle: (what, how to make it) for each way. Whatever is drawn comes from `draw`."""

import copy
import json
import re

OTHER = {"address": "0x5B38Da6a701c568545dCfcB03FcB875f56beddC4", "digest": "ab" * 32, "path": "m/44'/60'/7'/0/3"}
XPUB = "xpub6Bjm1dScrQ1oHfG9V4icWNVXKtK5cTgi7GPQz5gv3Drr2r1FrxMAhsNePHW4NSbv6i4RFCyMC9exwo7BLNhH7iE4GtTP7Lkq6c93eimfVaf"
EVENTS = {
    "wallet-refused": {"wallet": "MasterAdminVault", "reason": "differs"},
    "wallet-reopened": {"wallet": "MasterAdminVault"}, "account-kept": {"wallet": "MasterAdminVault", "path": "m/44'/60'/0'"},
    "witness-on-paper": {"witness": "clerk"}, "backup-checked": {}, "sessions-ended": {}, "finished": {}, "unheard-of": {}}


def cases(good, forger, draw):
    """Every way with this bundle."""
    yield from flips(good, draw)
    yield from endings(good)
    yield from names(good)
    for name in sorted(good):
        if name.endswith(".json"):
            yield from leaves(forger, name)
        elif name.endswith(".jsonl") and name.startswith("sealed/"):
            yield from lines(forger, name)


def flips(good, draw, each=8):
    """Single bytes changed, and nothing else; then with the sums made again."""
    for name, data in sorted(good.items()):
        for at in sorted(draw.sample(range(len(data)), min(each, len(data)))):
            bit = 1 << draw.randrange(8)
            changed = data[:at] + bytes([data[at] ^ bit]) + data[at + 1:]
            yield f"{name}, byte {at} xor {bit}", lambda name=name, changed=changed: good | {name: changed}


def endings(good):
    for name, data in sorted(good.items()):
        for what, changed in (("CRLF", data.replace(b"\n", b"\r\n")), ("BOM", b"\xef\xbb\xbf" + data), ("line feed", data + b"\n"),
                              ("empty", b""), ("space", data + b" "), ("cut", data[:-1])):
            if changed != data:
                yield f"{name}, {what}", lambda name=name, changed=changed: good | {name: changed}


def names(good):
    """Files removed, renamed, added, exchanged."""
    held = sorted(good)
    for name in held:
        yield f"{name} removed", lambda name=name: {k: v for k, v in good.items() if k != name}
        yield f"{name} renamed", lambda name=name: {(k + "x" if k == name else k): v for k, v in good.items()}
    for name in ("public/more.txt", "sealed/more.txt", "public/statements/b.txt", "more.txt", "public/.x", "public/a/b/c", "public/a b"):
        yield f"{name} added", lambda name=name: good | {name: b""}
    statements = [name for name in held if "/statements/" in name]
    for one, other in zip(statements, statements[2:] + statements[:2]):
        yield f"{one} is {other}", lambda one=one, other=other: good | {one: good[other]}


def spots(contents, path=()):
    """The path to every value in some contents, objects and lists too."""
    if path:
        yield path
    inner = contents.items() if isinstance(contents, dict) else enumerate(contents) if isinstance(contents, list) else ()
    for key, value in inner:
        yield from spots(value, (*path, key))


def leaves(forger, name):
    """Every value of a signed file exchanged for another plausible one, removed or joined, with everything made to fit."""
    contents = forger.read(name)
    for path in spots(contents):
        for what in ("other", "removed", "joined"):
            def edit(held, path=path, what=what):
                held = copy.deepcopy(held)
                changed(held, path, what)
                return held
            if edit(contents) != contents:
                where = ".".join(map(str, path))
                yield f"{name}, {where} {what}, all made to fit", lambda edit=edit: forger.forged(name, edit)


def changed(held, path, what):
    for key in path[:-1]:
        held = held[key]
    key, value = path[-1], held[path[-1]]
    if what == "removed":
        del held[key]
    elif what == "other":
        held[key] = other(value)
    elif isinstance(value, dict):
        value["unknown"] = 1
    elif isinstance(value, list) and value:
        value.append(value[0])


def other(value):
    """Another value of the same form."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if not isinstance(value, str):
        return value
    if re.fullmatch("0x[0-9a-fA-F]{40}", value):
        return OTHER["address"]
    if re.fullmatch("[0-9a-f]{64}", value):
        return OTHER["digest"]
    if value.startswith("xpub"):
        return XPUB
    if value.startswith("m/"):
        return OTHER["path"] if value.count("/") == 5 else "m/44'/60'/7'"
    if value.startswith("0x"):
        return value[:-1] + ("0" if value[-1] != "0" else "1")
    return {"device": "host", "ui": "plain", "none": OTHER["digest"], "simulated": "debug"}.get(value, value + "1")


def lines(forger, name):
    """Events of a journal left out, repeated, exchanged, put in or altered, with the chain and everything after made to fit."""
    count = forger.good[name].count(b"\n")
    for at in range(count):
        yield f"{name}, line {at} out", lambda at=at: forger.forged(name, lambda held: held[:at] + held[at + 1:])
        yield f"{name}, line {at} twice", lambda at=at: forger.forged(name, lambda held: held[:at + 1] + copy.deepcopy(held[at:]))
        if at + 1 < count:
            yield f"{name}, lines {at} and {at + 1} exchanged", lambda at=at: forger.forged(
                name, lambda held: held[:at] + [held[at + 1], held[at]] + held[at + 2:])
        for kind, event in EVENTS.items():
            def put(held, at=at, kind=kind, event=event):
                told = dict(event)
                if "team" in name and "wallet" in told:
                    told = {"member": "member-1", "wallet": told["wallet"]}
                return held[:at] + [held[at] | {"event": {kind: told}}] + held[at:]
            yield f"{name}, {kind} put in at {at}", lambda put=put: forger.forged(name, put)
        for path in spots(forger_line(forger, name, at)["event"]):
            def edit(held, at=at, path=path):
                held = copy.deepcopy(held)
                changed(held[at]["event"], path, "other")
                return held
            yield f"{name}, line {at}, {'.'.join(map(str, path))} other", lambda edit=edit: forger.forged(name, edit)
        for time in ("2000-01-01T00:00:00", "2000-01-01 00:00:00Z", "2026-11-22T20:00:00Z", "2026-02-29T20:00:00Z", "2026-04-31T20:00:00Z"):
            yield f"{name}, line {at} at {time}", lambda at=at, time=time: forger.forged(
                name, lambda held: held[:at] + [held[at] | {"at": time}] + held[at + 1:])


def forger_line(forger, name, at):
    """A line of the good journal."""
    return json.loads(forger.good[name].splitlines()[at])
