"""Sessions: their ids, coming back to them, and the eleventh."""

from trezorlib import ethereum
from trezorlib.exceptions import InvalidSessionError
from trezorlib.messages import EndSession, Features, GetFeatures, Initialize
from trezorlib.protocol_v1 import SessionV1
from trezorlib.tools import parse_path

from figures import EMULATOR
from simulator import client, simulator

PATH = parse_path("m/44'/60'/0'/0/0")


def address(session) -> str:
    return ethereum.get_address(session, PATH)


def check(program, count):
    with simulator(program, EMULATOR["words"]) as running:
        resumed(running, count)
        ended(running, count)
        eleventh(running, count)


def resumed(running, count):
    trezor = client(running)
    opened = {wallet["passphrase"]: trezor.get_session(wallet["passphrase"]) for wallet in EMULATOR["wallets"][:4]}
    count.same("ids that differ", len({session.id for session in opened.values()}), len(opened))
    for round_ in range(2):
        for wallet in EMULATOR["wallets"][:4]:
            found = address(opened[wallet["passphrase"]])
            count.same(f"wallet after wallet, round {round_}", found, wallet["addresses"]["m/44'/60'/0'/0/0"])
    # Another client, from another port, by the id alone; without a passphrase.
    other = client(running)
    for wallet in EMULATOR["wallets"][:4]:
        session = SessionV1(other, id=opened[wallet["passphrase"]].id)
        count.same("by its id", address(session), wallet["addresses"]["m/44'/60'/0'/0/0"])
    stranger = SessionV1(client(running), id=b"\x07" * 32)
    count.raises("an id that is not known", InvalidSessionError, lambda: address(stranger))


def ended(running, count):
    trezor = client(running)
    session = trezor.get_session("to be ended")
    resp = session.call(GetFeatures(), expect=Features)
    count.same("features name no session", resp.session_id, None)
    count.same("features keep the session", len(address(session)), 42)
    session.call(EndSession())
    count.raises("an ended session", InvalidSessionError, lambda: address(session))
    fresh = SessionV1(trezor, id=session.id)
    count.raises("the id of an ended session", InvalidSessionError, lambda: address(fresh))


def eleventh(running, count):
    trezor = client(running)
    sessions = [trezor.get_session(f"wallet {n}") for n in range(10)]
    addresses = [address(session) for session in sessions]
    count.same("ten wallets", len(set(addresses)), 10)
    # The first is used again, so the second is the one used longest ago.
    for session, expected in zip(sessions[2:] + sessions[:1], addresses[2:] + addresses[:1]):
        count.same("ten are kept", address(session), expected)
    trezor.get_session("wallet 10")
    for n in [0, *range(2, 10)]:
        count.same(f"wallet {n} after the eleventh", address(sessions[n]), addresses[n])
    count.raises("the one used longest ago", InvalidSessionError, lambda: address(sessions[1]))
    # An Initialize without an id takes a place too.
    session = trezor.get_session("wallet 11")
    with session:
        for _ in range(10):
            session.call_raw(Initialize())
    evicted = SessionV1(trezor, id=session.id)
    count.raises("ten Initialize later", InvalidSessionError, lambda: address(evicted))
