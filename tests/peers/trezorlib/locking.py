"""Lock and unlock."""

from trezorlib import ethereum
from trezorlib.exceptions import Cancelled
from trezorlib.tools import parse_path

from figures import EMULATOR, MODELS
from simulator import client, confirming, simulator

PATH = parse_path(EMULATOR["signed_at"])
WALLET = EMULATOR["wallets"][1]
ADDRESS = WALLET["addresses"][EMULATOR["signed_at"]]


def check(program, count):
    for model in MODELS:
        by_itself(program, model, count)
    by_hand(program, count)
    without_pin(program, count)


def is_locked(trezor, count):
    found = trezor.features
    count.same("unlocked", found.unlocked, False)
    count.same("PIN protection", found.pin_protection, True)
    for private in ("passphrase_protection", "safety_checks", "backup_type", "flags"):
        count.same(f"{private} while locked", getattr(found, private), None)


def by_itself(program, model, count):
    with simulator(program, EMULATOR["words"], "--pin", "1234", "--model", model) as running:
        trezor = client(running)
        is_locked(trezor, count)
        count.same("ping while locked", trezor.ping("hello"), "hello")
        trezor.ensure_unlocked()
        count.same("unlocked", trezor.features.unlocked, True)
        session = trezor.get_session(WALLET["passphrase"])
        for _ in range(3):
            trezor.lock()
            is_locked(trezor, count)
            # The wallet survives: only the PIN is asked for.
            count.same("address after the PIN", ethereum.get_address(session, PATH, show_display=True), ADDRESS)
            count.same("unlocked", trezor.refresh_features().unlocked, True)


def by_hand(program, count):
    typed = []

    def decide(_screen, labels):
        if "Type a PIN (hidden)" not in labels:
            return confirming(labels)
        return typed.pop(0) if typed else "Cancel"

    with simulator(program, EMULATOR["words"], "--pin", "271828", decide=decide) as running:
        trezor = client(running)
        typed.extend(["1", "271829", "271828"])
        trezor.ensure_unlocked()
        count.same("the third PIN unlocks", (trezor.features.unlocked, typed), (True, []))
        session = trezor.get_session(WALLET["passphrase"])
        trezor.lock()
        count.raises("no PIN typed", Cancelled, trezor.ensure_unlocked)
        is_locked(trezor, count)
        typed.append("271828")
        count.same("after the PIN", ethereum.get_address(session, PATH), ADDRESS)


def without_pin(program, count):
    with simulator(program, EMULATOR["words"]) as running:
        trezor = client(running)
        trezor.lock()
        count.same("nothing to lock", trezor.features.unlocked, True)
        trezor.ensure_unlocked()
        count.same("nothing to unlock", trezor.features.flags, 0)
