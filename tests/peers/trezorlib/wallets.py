"""What a wallet is: features, public nodes, addresses, messages, passphrases."""

from trezorlib import btc, ethereum
from trezorlib.client import PassphraseSetting
from trezorlib.exceptions import TrezorFailure
from trezorlib.messages import BackupType, Capability, SafetyCheckLevel
from trezorlib.tools import parse_path

from figures import EMULATOR, MODELS, TYPED, test_seed
from simulator import client, confirming, simulator

WORDS = EMULATOR["words"]
WALLETS = EMULATOR["wallets"]
# trezor-firmware's test seed, and what the official emulator opened with "café", its accent a character of its own.
ACADEMIC = f"academic again {'academic ' * 15}pecan provide remember"
CAFE = "85f40718"
SIGNED_AT = parse_path(EMULATOR["signed_at"])


def features(program, count):
    for model, internal in MODELS.items():
        for words, backup in [(WORDS, BackupType.Bip39), (test_seed(1), BackupType.Slip39_Single_Extendable)]:
            with simulator(program, words, "--model", model) as running:
                trezor = client(running)
                found = trezor.features
                count.same("internal model", found.internal_model, internal)
                count.same("trezorlib's model", trezor.model.internal_name, internal)
                count.same("vendor", found.vendor, "trezor.io")
                count.same("firmware vendor", found.fw_vendor, "EMULATOR")
                count.same("initialized", found.initialized, True)
                count.same("passphrase protection", found.passphrase_protection, True)
                count.same("PIN protection", found.pin_protection, False)
                count.same("unlocked", found.unlocked, True)
                count.same("backup type", found.backup_type, backup)
                count.same("safety checks", found.safety_checks, SafetyCheckLevel.Strict)
                count.same("length of a session id", len(found.session_id), 32)
                count.same("Ethereum", Capability.Ethereum in found.capabilities, True)
                count.same("old firmware", trezor.is_outdated(), False)
                count.same("ping", trezor.ping("hello", button_protection=True), "hello")


def public_nodes(program, count):
    with simulator(program, WORDS) as running:
        trezor = client(running)
        for wallet in WALLETS:
            session = trezor.get_session(wallet["passphrase"])
            count.same("root fingerprint", session.get_root_fingerprint().hex(), wallet["fingerprint"])
            for path, xpub in wallet["xpubs"].items():
                path = parse_path(path)
                for show in (False, True):
                    count.same("xpub", ethereum.get_public_node(session, path, show_display=show).xpub, xpub)
                count.same("Bitcoin's xpub", btc.get_public_node(session, path).xpub, xpub)
            root = btc.get_public_node(session, []).root_fingerprint
            count.same("root fingerprint told", f"{root:08x}", wallet["fingerprint"])


def addresses(program, count):
    for model in MODELS:
        with simulator(program, WORDS, "--model", model) as running:
            trezor = client(running)
            for wallet in WALLETS:
                session = trezor.get_session(wallet["passphrase"])
                for path, address in wallet["addresses"].items():
                    for chunkify in (False, True):
                        found = ethereum.get_address(
                            session, parse_path(path), show_display=True, chunkify=chunkify
                        )
                        count.same(f"address at {path}", found, address)
                mac = ethereum.get_authenticated_address(session, SIGNED_AT).mac
                count.same("address MAC", mac.hex(), wallet["address_mac"])
            count.raises(
                "a path over account 100",
                TrezorFailure,
                lambda: ethereum.get_address(session, parse_path("m/44'/60'/101'/0/0")),
                "Forbidden key path",
            )


def messages(program, count):
    # Text, no text, bytes that are no text, and what is too long to be read page by page.
    texts = [EMULATOR["message"], "", b"\xff\x00\xfe", "long " * 400, "儀式"]
    for model in MODELS:
        with simulator(program, WORDS, "--model", model) as running:
            session = client(running).get_session("")
            for text in texts:
                signed = ethereum.sign_message(session, SIGNED_AT, text)
                count.same("signer", signed.address, WALLETS[0]["addresses"][EMULATOR["signed_at"]])

                def verified(signature, text=text):
                    return ethereum.verify_message(session, signed.address, signature, text)

                count.same("own signature", verified(signed.signature), True)
                for at in (0, 40, 64):
                    altered = bytearray(signed.signature)
                    altered[at] ^= 1
                    count.same(f"byte {at} altered", verified(bytes(altered)), False)
                count.same("another text", verified(signed.signature, b"another"), False)
            for wallet in WALLETS:
                address = wallet["addresses"][EMULATOR["signed_at"]]
                signature = bytes.fromhex(wallet["signature"][2:])
                signed = ethereum.sign_message(
                    client(running).get_session(wallet["passphrase"]), SIGNED_AT, EMULATOR["message"]
                )
                count.same("signature", signed.signature, signature)
                foreign = ethereum.verify_message(session, address, signature, EMULATOR["message"])
                count.same("foreign signature", foreign, True)
                swapped = ethereum.verify_message(
                    session, WALLETS[0]["addresses"]["m/44'/60'/0'/0/1"], signature, EMULATOR["message"]
                )
                count.same("another signer", swapped, False)


def safe_tx(figure) -> dict:
    """A SafeTx of the figures, as wallets write typed data."""
    nobody = "0x" + "00" * 20
    return {
        "types": {
            "EIP712Domain": [{"name": "chainId", "type": "uint256"}, {"name": "verifyingContract", "type": "address"}],
            "SafeTx": [
                {"name": name, "type": kind}
                for name, kind in [
                    ("to", "address"),
                    ("value", "uint256"),
                    ("data", "bytes"),
                    ("operation", "uint8"),
                    ("safeTxGas", "uint256"),
                    ("baseGas", "uint256"),
                    ("gasPrice", "uint256"),
                    ("gasToken", "address"),
                    ("refundReceiver", "address"),
                    ("nonce", "uint256"),
                ]
            ],
        },
        "primaryType": "SafeTx",
        "domain": {"chainId": figure["chain_id"], "verifyingContract": "0x" + figure["safe"]},
        "message": {
            "to": "0x" + "11" * 20,
            "value": figure["value"],
            "data": "0x" + figure["data"],
            "operation": str(figure["operation"]),
            "safeTxGas": "0",
            "baseGas": "0",
            "gasPrice": figure["gas_price"],
            "gasToken": "0x" + figure["gas_token"],
            "refundReceiver": nobody,
            "nonce": figure["nonce"],
        },
    }


def typed_data(program, count):
    """A SafeTx, its fields read or not, with its hash and without, and with another's."""

    def reading(_screen, labels):
        return "Show all pages" if "Show all pages" in labels else confirming(labels)

    def unread(_screen, labels):
        return next((label for label in ("Next page", "Confirm unread") if label in labels), None) or confirming(labels)

    for model in MODELS:
        for decide in (None, reading, unread):
            with simulator(program, WORDS, "--model", model, decide=decide) as running:
                session = client(running).get_session("")
                for figure in TYPED["transactions"]:
                    data, own = safe_tx(figure), bytes.fromhex(figure["message_hash"])
                    for shown in (None, own):
                        signed = ethereum.sign_typed_data(session, SIGNED_AT, data, show_message_hash=shown)
                        count.same("signer", signed.address, WALLETS[0]["addresses"][EMULATOR["signed_at"]])
                        count.same("signature", signed.signature.hex(), figure["signature"])
                    count.raises(
                        "another hash",
                        TrezorFailure,
                        lambda data=data: ethereum.sign_typed_data(
                            session, SIGNED_AT, data, show_message_hash=bytes(32)
                        ),
                        "Message hash mismatch",
                    )


def passphrases(program, count):
    typed = iter(wallet["passphrase"] for wallet in WALLETS)

    def decide(_screen, labels):
        # Typed on the device where it asks, else confirmed.
        return next(typed) if "Type a passphrase (hidden)" in labels else confirming(labels)

    with simulator(program, WORDS, decide=decide) as running:
        trezor = client(running)
        for wallet in WALLETS:
            on_device = trezor.get_session(PassphraseSetting.ON_DEVICE)
            count.same("typed on the device", on_device.get_root_fingerprint().hex(), wallet["fingerprint"])
            before = len(running.hand.screens)
            on_host = trezor.get_session(wallet["passphrase"])
            count.same("sent by the host", on_host.get_root_fingerprint().hex(), wallet["fingerprint"])
            shown = [line for screen in running.hand.screens[before:] for line in screen]
            count.same("shown before it is used", wallet["passphrase"] in shown, wallet["passphrase"] != "")
        for long in ("a" * 51, "é" * 26):
            count.raises(
                "51 bytes and more",
                TrezorFailure,
                lambda long=long: trezor.get_session(long),
                "Maximum passphrase length is 50 bytes",
            )
        known = {wallet["fingerprint"] for wallet in WALLETS}
        longest = trezor.get_session("a" * 50).get_root_fingerprint().hex()
        count.same("50 bytes are a wallet of their own", longest in known, False)
        for looks_like in (" a", "a ", "a", "A"):
            known.add(trezor.get_session(looks_like).get_root_fingerprint().hex())
        count.same("every character counts", len(known), len(WALLETS) + 4)
    with simulator(program, ACADEMIC) as running:
        # trezorlib normalises, the device does not.
        found = client(running).get_session("caf\u00e9").get_root_fingerprint().hex()
        count.same("beyond ASCII", found, CAFE)
