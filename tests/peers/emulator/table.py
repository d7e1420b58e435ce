"""The table of messages: what is asked of both devices, in this order. Each case works on a Wire."""

import random

from trezorlib import messages as m
from trezorlib.tools import parse_path

from typed import SafeTx

PIN = "1234"
PATH = parse_path("m/44h/60h/0h/0/0")
ODD = parse_path("m/44h/60h/7h/1/2/3/4")
OTHER_COIN = parse_path("m/44h/0h/0h/0/0")
TEXT = b"Gishiki"
# What one to five pages hold on one of the models.
FULL = [72, 114, 126, 140, 196, 208, 244, 276, 290, 344, 362, 384, 478, 480]
SIZES = [0, 1, 17, *(size for full in FULL for size in (full, full + 1)), 598, 599, 1200]


def words(size: int) -> bytes:
    return b"".join(b"word%04d " % n for n in range(size // 9 + 1))[:size]


def strewn(number: int) -> bytes:
    """Letters, spaces and line breaks in no order, other ones for each number."""
    dice = random.Random(number)
    return "".join(dice.choices("abcdefg  \n"[: 8 + number % 3], k=30 * number)).encode()


def opened(wire, passphrase="", **init):
    """A fresh session with this passphrase from the host."""
    found = wire.ask(m.Initialize(**init))
    wire.ask(key("m/44h/60h"), m.PassphraseAck(passphrase=passphrase))
    return found.session_id


def key(path, **options):
    return m.EthereumGetPublicKey(address_n=parse_path(path), **options)


def address(path=PATH, **options):
    return m.EthereumGetAddress(address_n=path, **options)


def sign(text, path=PATH, **options):
    return m.EthereumSignMessage(address_n=path, message=text, **options)


def features(wire):
    wire.ask(m.GetFeatures())
    wire.ask(m.Initialize())
    wire.ask(m.GetFeatures())
    wire.ask(m.Ping(message="hello"))
    wire.ask(m.Ping())
    wire.ask(m.Ping(message="hello", button_protection=True))
    wire.ask(m.Ping(message="hello", button_protection=True), "refuse")
    wire.ask(m.Cancel())


def sessions(wire):
    wire.ask(m.EndSession())
    wire.ask(key("m/44h/60h"))
    wire.ask(m.Initialize(session_id=b"\x07" * 32))
    wire.ask(m.Initialize(session_id=b"\x07" * 31))
    wire.ask(m.Initialize(session_id=b""))
    first = opened(wire)
    wire.ask(m.Initialize(session_id=first))
    wire.ask(address())
    wire.ask(m.EndSession())
    wire.ask(m.EndSession())
    wire.ask(address())
    wire.ask(m.Initialize(session_id=first))
    wire.ask(m.EndSession())


def eleven(wire):
    ids = [opened(wire, f"wallet {n}") for n in range(10)]
    wire.ask(m.Initialize(session_id=ids[0]))
    opened(wire, "wallet 10")
    for one in [ids[0], ids[2], ids[9]]:
        wire.ask(m.Initialize(session_id=one))
        wire.ask(address())
    wire.ask(m.Initialize(session_id=ids[1]))
    wire.ask(address(), m.Cancel())


def passphrases(wire):
    acks = ["", "hunter2", " outer space ", "x" * 49, "x" * 50, "x" * 51, "é" * 25, "é" * 26, "パス"]
    for ack in acks:
        opened(wire, ack)
        wire.ask(address())
    for ack in [m.PassphraseAck(), m.PassphraseAck(on_device=False), m.PassphraseAck(passphrase="x", on_device=True)]:
        wire.ask(m.Initialize())
        wire.ask(key("m/44h/60h"), ack)
    for acts in [["refuse"], ["confirm", "refuse"], [m.Cancel()], ["confirm", m.Cancel()], [("late", m.Cancel())]]:
        wire.ask(m.Initialize())
        wire.ask(key("m/44h/60h"), m.PassphraseAck(passphrase="hunter2"), *acts)
        wire.ask(m.GetFeatures())
    for text in ["", "typed", "x" * 50]:
        wire.ask(m.Initialize())
        wire.ask(key("m/44h/60h"), m.PassphraseAck(on_device=True), ("type", text))
        wire.ask(address())
    for act in ["refuse", m.Cancel(), ("late", m.Cancel()), ("late", m.GetFeatures())]:
        wire.ask(m.Initialize())
        wire.ask(key("m/44h/60h"), m.PassphraseAck(on_device=True), act)
    wire.ask(m.Initialize())
    wire.ask(key("m/44h/60h"), m.Cancel())
    wire.ask(key("m/44h/60h"), m.GetFeatures())
    wire.ask(key("m/44h/60h"), m.ButtonAck())


def keys(wire):
    opened(wire)
    for path in ["m", "m/44h", "m/44h/60h", "m/44h/60h/0h", "m/44h/60h/0h/0/0", "m/44h/0h/0h", "m/10025h", "m/0/1/2/3"]:
        wire.ask(key(path))
    wire.ask(key("m/44h/60h/0h", show_display=True))
    wire.ask(key("m/44h/60h/0h", show_display=True), "refuse")
    wire.ask(key("m/44h/60h/0h", show_display=True), m.Cancel())
    wire.ask(m.GetPublicKey(address_n=parse_path("m/44h/0h/0h")))
    wire.ask(m.GetPublicKey(address_n=[], coin_name="Bitcoin"))


def addresses(wire):
    opened(wire)
    paths = ["m/44h/60h/0h/0/0", "m/44h/60h/0h", "m/44h/60h/3h/0/9", "m/44h/60h/0h/0", "m/44h/60h/0h/1/0", "m/44h/60h", "m"]
    paths += ["m/44h/1h/0h/0/0", "m/44h/61h/0h/0/0", "m/44h/0h/0h/0/0", "m/44h/60h/0h/0/0/0", "m/44/60/0/0/0", "m/45h/60h/0/0"]
    paths += ["m/44h/60h/0h/0/1000000", "m/44h/60h/100h/0/0", "m/44h/60h/101h/0/0", "m/44h/60h/0h/0/0h", "m/44h/60h/0"]
    for path in paths:
        wire.ask(address(parse_path(path)))
    for chunkify in [False, True]:
        wire.ask(address(show_display=True, chunkify=chunkify))
        wire.ask(address(parse_path("m/44h/60h/5h/0/0"), show_display=True, chunkify=chunkify))
    for act in ["refuse", m.Cancel(), ("late", m.Cancel()), ("late", m.GetFeatures()), m.Ping(message="in the midst")]:
        wire.ask(address(show_display=True), act)
        wire.ask(address())
    wire.ask(address(OTHER_COIN, show_display=True))
    wire.ask(address(ODD, show_display=True))


def signatures(wire):
    opened(wire)
    for size in SIZES:
        wire.ask(sign(words(size)))
    for text in [b"one\ntwo\nthree", b"\n" * 30, "é".encode() * 40, b"\xff\xfe\x00", b"\x00", b"tab\tbell\x07", b"a" * 200]:
        wire.ask(sign(text))
    wire.ask(sign(TEXT, chunkify=True))
    for path in [ODD, OTHER_COIN, parse_path("m/44h/60h/0h"), parse_path("m")]:
        wire.ask(sign(TEXT, path))
    for text in [TEXT, words(200), words(1200)]:
        for acts in [["refuse"], ["confirm", "refuse"], [m.Cancel()], ["confirm", m.Cancel()], ["confirm", ("late", m.Cancel())]]:
            wire.ask(sign(text), *acts)
            wire.ask(address())


SHOWN = ["confirm", "confirm", "show all"]
MOST = 2**256 - 1


def safe_tx(wire, tx, *acts, path=PATH, **options):
    wire.typed_data = tx
    return wire.ask(m.EthereumSignTypedData(address_n=path, primary_type="SafeTx", **options), *acts)


def typed_data(wire):
    """A SafeTx: values of many lengths, shown or not, its hash, and every refusal."""
    opened(wire)
    for size in [0, 1, 18, 19, 34, 47, 48, 54, 55, 100, 300]:
        safe_tx(wire, SafeTx(bytes(n % 256 for n in range(size))), *SHOWN)
    for digits in [1, 18, 19, 20, 35, 36, 77]:
        number = int("9" * digits)
        chain = min(number, 2**64 - 1)
        safe_tx(wire, SafeTx(value=number, nonce=number, safeTxGas=number, chain=chain), *SHOWN)
    whole = SafeTx(b"data", MOST, MOST, operation=1, baseGas=MOST, gasPrice=1, gasToken=b"\xab" * 20, refundReceiver=b"\xcd" * 20)
    safe_tx(wire, whole)
    safe_tx(wire, whole, metamask_v4_compat=False)
    safe_tx(wire, whole, show_message_hash=whole.message_hash())
    safe_tx(wire, whole, *SHOWN, show_message_hash=whole.message_hash())
    for wrong in [b"", bytes(32), whole.message_hash()[:31]]:
        safe_tx(wire, whole, show_message_hash=wrong)
    for path in [ODD, OTHER_COIN, parse_path("m/44h/60h/0h"), parse_path("m/44h/60h/101h/0/0")]:
        safe_tx(wire, whole, path=path)
    for number in range(5):
        for act in ["refuse", m.Cancel(), ("late", m.Cancel())]:
            safe_tx(wire, whole, *["confirm"] * number, act, show_message_hash=whole.message_hash())
    for number in range(10):
        safe_tx(wire, whole, *SHOWN, *["confirm"] * number, "refuse")
    wire.ask(address())


def typed_pieces(wire):
    """Pieces of typed data that do not fit, or other messages in their place."""
    opened(wire)
    kinds = m.EthereumDataType

    def struct(*members, **other):
        members = [m.EthereumStructMember(type=m.EthereumFieldType(**kind), name=name) for name, kind in members]
        return m.EthereumTypedDataStructAck(members=members, **other)

    for kind in [
        {"data_type": kinds.UINT},
        {"data_type": kinds.UINT, "size": 0},
        {"data_type": kinds.UINT, "size": 33},
        {"data_type": kinds.UINT, "size": 32, "struct_name": "SafeTx"},
        {"data_type": kinds.UINT, "size": 32, "entry_type": m.EthereumFieldType(data_type=kinds.ADDRESS)},
        {"data_type": kinds.ADDRESS, "size": 20},
        {"data_type": kinds.BYTES, "size": 33},
        {"data_type": kinds.BYTES, "size": 0},
    ]:
        safe_tx(wire, SafeTx().changed({"EIP712Domain": struct(("chainId", kind))}))
        safe_tx(wire, SafeTx().changed({"SafeTx": struct(("to", kind))}))
    one = struct(("nonce", {"data_type": kinds.UINT, "size": 32}))
    word = m.EthereumTypedDataValueAck(value=bytes(31) + b"\x01")
    safe_tx(wire, SafeTx().changed({"SafeTx": one, (1, 0): word}))
    fixed = struct(("four", {"data_type": kinds.BYTES, "size": 4}))
    safe_tx(wire, SafeTx().changed({"SafeTx": fixed, (1, 0): m.EthereumTypedDataValueAck(value=b"four")}), *SHOWN)
    for path in [(0, 0), (0, 1), (1, 0), (1, 1), (1, 3)]:
        for value in [b"", bytes(19), bytes(33)]:
            safe_tx(wire, SafeTx().changed({path: m.EthereumTypedDataValueAck(value=value)}))
    for place in ["EIP712Domain", "SafeTx", (0, 1), (1, 2)]:
        for other in [m.Cancel(), m.ButtonAck(), m.GetFeatures(), m.EthereumTypedDataSignature(address="", signature=b"")]:
            safe_tx(wire, SafeTx().changed({place: other}))
    for kind in [m.EthereumTypedDataStructAck, m.EthereumTypedDataValueAck]:
        wire.ask((kind.MESSAGE_WIRE_TYPE, b""))
    for name, place in [("EIP712Domain", m.EthereumTypedDataStructAck), ((1, 2), m.EthereumTypedDataValueAck)]:
        for data in [b"\xff\xff", b"\x08\x01", b"\x0a\x05a", b"\x0a\x02\x12\x00"]:
            safe_tx(wire, SafeTx().changed({name: (place.MESSAGE_WIRE_TYPE, data)}), "confirm", "refuse")
    wire.ask(m.EthereumSignTypedHash(address_n=PATH, domain_separator_hash=bytes(32), message_hash=bytes(32)))
    wire.ask(address())


def pages(wire):
    opened(wire)
    for full in FULL:
        for end in [b"", b"b", b" ", b"  ", b" b", b"\n", b"\nb"]:
            wire.ask(sign(b"a" * full + end))
    for number in range(1, 25):
        wire.ask(sign(strewn(number)))


def verified(wire):
    opened(wire)
    made = wire.ask(sign(TEXT))
    good = {"address": made.address, "signature": made.signature, "message": TEXT}
    wire.ask(m.EthereumVerifyMessage(**good))
    wire.ask(m.EthereumVerifyMessage(**{**good, "address": made.address.lower()}))
    wire.ask(m.EthereumVerifyMessage(**{**good, "chunkify": True}))
    bad = made.signature
    for change in [
        {"message": b"other"},
        {"address": "0x" + "11" * 20},
        {"address": "nonsense"},
        {"address": made.address[2:]},
        {"address": ""},
        {"signature": bad[:64]},
        {"signature": bad[:64] + b"\x05"},
        {"signature": bad[:64] + bytes([bad[64] - 27])},
        {"signature": b"\x00" * 65},
        {"signature": b""},
    ]:
        wire.ask(m.EthereumVerifyMessage(**{**good, **change}))
    for acts in [["refuse"], ["confirm", "refuse"], ["confirm", "confirm", "refuse"], [m.Cancel()], ["confirm", "confirm", m.Cancel()]]:
        wire.ask(m.EthereumVerifyMessage(**good), *acts)


def genuine(wire):
    for size in [0, 1, 16, 32, 33, 64, 127]:
        wire.ask(m.AuthenticateDevice(challenge=b"c" * size))
    for act in ["refuse", m.Cancel(), ("late", m.Cancel())]:
        wire.ask(m.AuthenticateDevice(challenge=b"c" * 32), act)
    wire.ask(m.GetFirmwareHash())
    for size in [0, 1, 16, 32, 33, 64]:
        wire.ask(m.GetFirmwareHash(challenge=b"c" * size))


def backup(wire):
    """The dry-run recovery; on the Safe 3 a screen comes before the number of words is asked for."""
    model = wire.ask(m.GetFeatures()).internal_model
    before = ["confirm"] if model == "T3B1" else []
    dry_run = {"type": m.RecoveryType.DryRun, "enforce_wordlist": True}
    for change in [{"label": "x"}, {"pin_protection": True}, {"u2f_counter": 1}, {"enforce_wordlist": False}]:
        wire.ask(m.RecoveryDevice(**{**dry_run, **change}))
    wire.ask(m.RecoveryDevice())
    wire.ask(m.RecoveryDevice(**dry_run), "refuse")
    wire.ask(m.RecoveryDevice(**dry_run), m.Cancel())

    def typed(words):
        return [*before, ("type", "12"), "confirm", ("words", words)]

    own, other, none = "all " * 11 + "all", "test " * 11 + "junk", "zoo " * 11 + "zoo"
    wire.ask(m.RecoveryDevice(**dry_run), "confirm", *typed(own))
    wire.ask(m.RecoveryDevice(**dry_run), "confirm", *typed(other))
    wire.ask(m.RecoveryDevice(**dry_run), "confirm", *typed(none), "confirm", *typed(own))
    opened(wire)
    wire.ask(address())


def malformed(wire):
    opened(wire)
    for kind in [
        m.EthereumGetPublicKey,
        m.EthereumGetAddress,
        m.EthereumSignMessage,
        m.EthereumVerifyMessage,
        m.EthereumSignTypedData,
    ]:
        wire.ask((kind.MESSAGE_WIRE_TYPE, b""))
        wire.ask((kind.MESSAGE_WIRE_TYPE, b"\xff\xff"))
        wire.ask((kind.MESSAGE_WIRE_TYPE, b"\x08\x01"))
    for kind in [m.Initialize, m.Ping, m.AuthenticateDevice, m.GetFirmwareHash, m.PassphraseAck, m.ButtonAck, m.PinMatrixAck]:
        wire.ask((kind.MESSAGE_WIRE_TYPE, b""), "refuse")
        wire.ask((kind.MESSAGE_WIRE_TYPE, b"\xff\xff"), "refuse")
    for number in [9999, 65000, 3, 30]:
        wire.ask((number, b""))
    # Fields that no firmware knows are passed over.
    wire.ask((m.Ping.MESSAGE_WIRE_TYPE, b"\x0a\x01a\xf8\x07\x01"))
    # Numbers and kinds that none can have, a text that is none, and a field that ends too early.
    for data in [b"\x0a\x01a\x80\x10\x01", b"\x0a\x01a\x7d\x00\x00\x00\x00", b"\x08\x01", b"\x0a\x05a", b"\x0a\x01\xff"]:
        wire.ask((m.Ping.MESSAGE_WIRE_TYPE, data))
    wire.ask(m.ApplyFlags(flags=0))
    wire.ask(m.GetFeatures())


def locked(wire):
    opened(wire, "kept")
    wire.ask(address())
    wire.ask(m.LockDevice())
    wire.ask(m.GetFeatures())
    wire.ask(m.Ping(message="locked"))
    wire.ask(address(), "refuse")
    wire.ask(address(), m.Cancel())
    wire.ask(address(), ("late", m.Cancel()))
    wire.ask(address(), ("type", "1235"), "refuse")
    wire.ask(address(), ("type", "1235"), ("type", PIN))
    wire.ask(m.LockDevice())
    wire.ask(sign(TEXT), ("type", PIN), "confirm", ("late", m.LockDevice()))
    wire.ask(address(), ("type", PIN))
    for question in [m.GetFirmwareHash(), m.AuthenticateDevice(challenge=b"c"), m.EthereumVerifyMessage(
        address="0x" + "11" * 20, signature=b"s", message=b"m"
    ), m.ApplyFlags(flags=0)]:
        wire.ask(m.LockDevice())
        wire.ask(question, ("type", PIN))
    wire.ask(m.LockDevice())
    wire.ask(m.Initialize())
    wire.ask(m.EndSession())
    wire.ask(address(), ("type", PIN))


def keyboard(wire):
    wire.ask(m.GetFeatures())
    for text in ["", "typed", " outer space ", "x" * 50]:
        wire.ask(m.Initialize())
        wire.ask(key("m/44h/60h"), ("type", text))
        wire.ask(address())
        wire.ask(key("m/44h/60h"))
    wire.ask(m.Initialize())
    wire.ask(sign(TEXT), ("type", "typed"))
    for act in ["refuse", m.Cancel(), m.PassphraseAck(passphrase="x"), ("late", m.Cancel()), ("late", m.GetFeatures())]:
        wire.ask(m.Initialize())
        wire.ask(key("m/44h/60h"), act)


CASES = [features, sessions, passphrases, keys, addresses, signatures, pages, verified, typed_data, typed_pieces, genuine, backup]
CASES += [malformed, eleven]
# With a PIN set.
LOCKED = [locked]
# With passphrases typed on the device only.
KEYBOARD = [keyboard]
