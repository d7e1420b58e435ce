"""The emulator made ready: wiped, and loaded with a test seed."""

from trezorlib import messages

from hands import EmulatorHand, settle
from wire import Wire

PIN = "1234"


def prepared(port: int, words: str, pin: str | None = None, keyboard: bool = False) -> Wire:
    """Its wire, once it has the seed and passphrase protection, typed on it alone if so wanted. WIPES it."""
    wire = Wire(port, None)
    wire.send(messages.Cancel())
    wire.receive()
    found = wire.ask(messages.GetFeatures())
    if found.fw_vendor != "EMULATOR":
        raise SystemExit("This is no emulator: nothing was wiped.")
    version = (found.major_version, found.minor_version, found.patch_version)
    wire.hand = EmulatorHand(port, found.internal_model, version)
    wire.ask(messages.WipeDevice())
    wire.transport.close()
    settle()
    wire = ready(port, wire.hand)
    seed = messages.LoadDevice(mnemonics=[words], pin=pin, passphrase_protection=True, label="Simulator")
    answer = wire.ask(seed)
    if not isinstance(answer, messages.Success):
        raise SystemExit(f"The emulator takes no seed: {answer}")
    if keyboard:
        wire.ask(messages.ApplySettings(passphrase_always_on_device=True))
    wire.forget()
    return wire


def ready(port: int, hand) -> Wire:
    """A wire to a device that may just be starting."""
    for _ in range(60):
        wire = Wire(port, hand)
        if wire.transport.is_ready():
            return wire
        wire.transport.close()
        settle()
    raise SystemExit(f"Nothing answers on port {port}.")
