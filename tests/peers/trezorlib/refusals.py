"""Who refuses: the person on the device, or the host in the midst of a confirmation."""

from trezorlib import ethereum
from trezorlib.client import PassphraseSetting
from trezorlib.exceptions import Cancelled
from trezorlib.tools import parse_path

from figures import EMULATOR, MODELS, TYPED
from simulator import client, confirming, simulator
from wallets import safe_tx

PATH = parse_path(EMULATOR["signed_at"])
ADDRESS = EMULATOR["wallets"][0]["addresses"][EMULATOR["signed_at"]]
SIGNATURE = bytes.fromhex(EMULATOR["wallets"][0]["signature"][2:])
TEXT = EMULATOR["message"]
TYPED_TX = safe_tx(TYPED["transactions"][0])
TYPED_HASH = bytes.fromhex(TYPED["transactions"][0]["message_hash"])

# What is asked of the device, and the titles of the screens at which it may be refused.
ASKED = [
    (lambda session: ethereum.get_address(session, PATH, show_display=True), ["Receive address"]),
    (lambda session: ethereum.get_public_node(session, PATH[:3], show_display=True), ["Public key"]),
    (lambda session: ethereum.sign_message(session, PATH, TEXT), ["Signing address", "Confirm message"]),
    (lambda session: ethereum.sign_message(session, PATH, "long " * 400), ["Signing address", "Confirm message"]),
    (
        lambda session: ethereum.sign_typed_data(session, PATH, TYPED_TX, show_message_hash=TYPED_HASH),
        ["Signing address", "EIP712Domain", "Confirm message", "SafeTx", "Confirm message hash", "Confirm typed data"],
    ),
    (
        lambda session: ethereum.verify_message(session, ADDRESS, SIGNATURE, TEXT),
        ["Verify address", "Confirm message", "The signature is valid."],
    ),
]


def check(program, count):
    for model in MODELS:
        on_device(program, model, count)
    on_host(program, count)


def on_device(program, model, count):
    refused = {}

    def refuse(title):
        refused.clear()
        refused["title"] = title

    def decide(screen, labels):
        # Some models ask whether a refused address is another than it should be, and lead back to it from the message.
        if screen[0] == "Address mismatch?":
            return "Confirm"
        if screen[0] == refused.get("title") or "began" in refused:
            refused["began"] = True
            return "Cancel"
        # Of typed data every value is asked for.
        if "Show all pages" in labels and any("Contains" in line for line in screen):
            return "Show all pages"
        return "Confirm unread" if "Confirm unread" in labels else confirming(labels)

    with simulator(program, EMULATOR["words"], "--model", model, decide=decide) as running:
        session = client(running).get_session("")
        for ask, titles in ASKED:
            for title in titles:
                refuse(title)
                count.raises(f"{title}: refused on the device", Cancelled, lambda: ask(session))
                refused.clear()
                ask(session)
                count.same("the session goes on", ethereum.get_address(session, PATH), ADDRESS)
        for title in ["Passphrase wallet", "Confirm passphrase"]:
            refuse(title)
            count.raises(f"{title}: refused", Cancelled, lambda: client(running).get_session("hunter2"))
        refuse("Enter passphrase")
        count.raises(
            "no passphrase typed", Cancelled, lambda: client(running).get_session(PassphraseSetting.ON_DEVICE)
        )


def on_host(program, count):
    with simulator(program, EMULATOR["words"], decide=lambda _screen, _labels: None) as running:
        cancels = []

        def button(_request):
            cancels.append(trezor)
            trezor.cancel()

        trezor = client(running, button)
        session = trezor.get_session("")
        for ask, _ in ASKED:
            before = len(cancels)
            count.raises("cancelled on the host", Cancelled, lambda: ask(session))
            count.same("asked once", len(cancels), before + 1)
            count.same("the session goes on", ethereum.get_address(session, PATH), ADDRESS)

        # A client that goes away in the midst of a confirmation leaves nothing hanging for the next one.
        def vanishes(_request):
            raise ConnectionError

        gone = client(running, vanishes)
        leaving = gone.get_session("")
        count.raises(
            "a client that goes away",
            ConnectionError,
            lambda: ethereum.get_address(leaving, PATH, show_display=True),
        )
        found = ethereum.get_address(client(running).get_session(""), PATH)
        count.same("the next client", found, ADDRESS)
