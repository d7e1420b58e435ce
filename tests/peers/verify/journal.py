"""Journals: lines that name each other, and the events in them, in the form of docs/manifest.md."""

import hashlib
import json

import forms
from canonical import Malformed, shallow
from files import ceremony, tool
from forms import account, address, data, digest, flag, identity, member, members, name, number, one_of, path, several, signature, \
    text, texts, wallet, xpub

START = "0" * 64


def any_text(value):
    """What a person typed."""
    if not isinstance(value, str):
        raise Malformed("a text is none")


def hexadecimal(value):
    forms.data("0x" + value if isinstance(value, str) else value)


facts = members(kind=any_text, model=any_text, firmware=any_text, device_id=any_text, simulated=flag, details=texts,
                hindrances=several(any_text))
proof = members(certificates=several(hexadecimal), signature=hexadecimal)
EXCEPTION = dict(step=any_text, expected=any_text, happened=any_text, decided=any_text)
ALARM = dict(step=any_text, reason=one_of("device-doubted", "wallet-other", "xpub-other", "address-unexpected", "address-mismatch",
                                          "address-disputed", "sheet-differs", "digest-differs", "signer-mismatch"))
BEGUN = dict(ceremony=ceremony, tool=tool, bench=any_text, scope=one_of("team", "member", "combination"))
MEMBER = {kind: members(**held) for kind, held in {
    "begun": BEGUN, "device-identified": dict(facts=facts), "device-proved": dict(firmware=digest, proof=proof),
    "device-unproved": dict(firmware=digest), "backup-checked": {}, "seed-committed": dict(commitment=digest),
    "wallet-entered": dict(wallet=wallet, identity=identity),
    "wallet-refused": dict(wallet=wallet, reason=one_of("standard", "seen", "unknown", "differs")),
    "account-read": dict(wallet=wallet, path=account, xpub=xpub), "account-kept": dict(wallet=wallet, path=account),
    "address-confirmed": dict(role=name, path=path, address=address),
    "part-written": dict(part=digest, sealed=digest), "part-compared": dict(part=digest),
    "statement-signed": dict(wallet=wallet, signer=address, signature=signature), "sessions-ended": {}, "finished": {},
    "wallet-reopened": dict(wallet=wallet), "sheet-compared": dict(wallet=wallet, address=address),
    "exception-recorded": EXCEPTION, "alarm-raised": ALARM}.items()}
TEAM = {kind: members(**held) for kind, held in {
    "begun": BEGUN, "part-accepted": dict(member=member, part=digest, sealed=digest, journal=digest, pinned=flag),
    "manifest-written": dict(manifest=digest), "manifest-compared": dict(manifest=digest),
    "wallet-opened": dict(member=member, wallet=wallet), "wallet-refused": dict(member=member, wallet=wallet),
    "sheet-compared": dict(member=member, wallet=wallet, address=address),
    "manifest-signed": dict(role=name, signer=address, signature=signature),
    "witness-signed": dict(witness=name, signer=address, signature=signature), "witness-on-paper": dict(witness=name),
    "sessions-ended": dict(member=member), "finished": {},
    "exception-recorded": EXCEPTION, "alarm-raised": ALARM}.items()}


def read(data: bytes, kinds):
    """[(seq, digest of the line before, event's name, its members)]. Raises Malformed."""
    if data and not data.endswith(b"\n"):
        raise Malformed("the last line has no end")
    previous, found = START, []
    for count, line in enumerate(data.split(b"\n")[:-1]):
        try:
            held = line_of(line)
        except (ValueError, RecursionError) as error:
            raise Malformed(f"line {count + 1}: {ascii(str(error))[:100]}") from None
        if list(held) != ["seq", "previous", "at", "event"] or held["seq"] != count or isinstance(held["seq"], bool):
            raise Malformed(f"line {count + 1}: not the line that belongs there")
        if held["previous"] != previous:
            raise Malformed(f"line {count + 1} does not follow the line before it")
        forms.time(held["at"])
        if not isinstance(held["event"], dict) or len(held["event"]) != 1:
            raise Malformed(f"line {count + 1}: no event")
        [(kind, event)] = held["event"].items()
        if kind not in kinds:
            raise Malformed(f"line {count + 1}: no such event")
        kinds[kind](event)
        in_order(kind, event)
        found.append((count, previous, kind, event))
        previous = hashlib.sha256(line).hexdigest()
    return found


def line_of(line: bytes):
    """A line's contents; written again, they must give its bytes."""
    def pairs(found):
        if len(dict(found)) != len(found):
            raise Malformed("a member stands twice")
        return dict(found)
    shallow(line)
    held = json.loads(line.decode(), object_pairs_hook=pairs, parse_float=forms.number, parse_constant=forms.number)
    if json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode() != line or not isinstance(held, dict):
        raise Malformed("another writing of the same line")
    return held


MEMBERS = {
    "begun": ["ceremony", "tool", "bench", "scope"], "device-proved": ["firmware", "proof"],
    "wallet-entered": ["wallet", "identity"], "wallet-refused": ["wallet", "reason"], "account-read": ["wallet", "path", "xpub"],
    "account-kept": ["wallet", "path"], "address-confirmed": ["role", "path", "address"], "part-written": ["part", "sealed"],
    "statement-signed": ["wallet", "signer", "signature"], "sheet-compared": ["member", "wallet", "address"],
    "exception-recorded": ["decided", "expected", "happened", "step"], "alarm-raised": ["step", "reason"],
    "part-accepted": ["member", "part", "sealed", "journal", "pinned"], "wallet-opened": ["member", "wallet"],
    "manifest-signed": ["role", "signer", "signature"], "witness-signed": ["witness", "signer", "signature"]}
FACTS = ["kind", "model", "firmware", "device_id", "simulated", "details", "hindrances"]


def in_order(kind, event):
    """Members stand in the order of docs/manifest.md; objects of signed files in theirs."""
    wanted = [one for one in MEMBERS.get(kind, list(event)) if one in event]
    if kind == "wallet-refused" and "member" in event:
        wanted = ["member", "wallet"]
    if list(event) != wanted:
        raise Malformed(f"the members of {kind} stand in another order")
    inner = {"ceremony": sorted, "tool": sorted, "facts": lambda _: FACTS, "proof": sorted}
    for one, order in inner.items():
        if one in event and list(event[one]) != list(order(event[one])):
            raise Malformed(f"the members of {one} stand in another order")
    if "facts" in event and list(event["facts"]["details"]) != sorted(event["facts"]["details"]):
        raise Malformed("the details stand in another order")


class Replay:
    """The events of a journal one after the other: each must be one that was possible there."""

    def __init__(self, events):
        self.events, self.at, self.exceptions, self.alarms = events, 0, [], []

    def next(self):
        """The next event but exceptions and alarms, which may stand anywhere between the first and the last."""
        while self.at < len(self.events):
            count, previous, kind, event = self.events[self.at]
            self.at += 1
            if kind == "exception-recorded":
                self.exceptions.append((count, event))
            elif kind == "alarm-raised":
                self.alarms.append(event)
            else:
                return count, previous, kind, event
        raise Malformed("it breaks off")

    def peek(self):
        here = [kind for _, _, kind, _ in self.events[self.at:] if kind not in ("exception-recorded", "alarm-raised")]
        return here[0] if here else None

    def want(self, kind, **held):
        """The next event must be of this kind, with these members."""
        count, previous, found, event = self.next()
        if found != kind:
            raise Malformed(f"line {count + 1}: {found} where {kind} belongs")
        for key, value in held.items():
            if event[key] != value:
                raise Malformed(f"line {count + 1}: another {key} than belongs there")
        return count, previous, event

    def end(self):
        self.want("finished")
        if self.at != len(self.events):
            raise Malformed("something follows its end")
