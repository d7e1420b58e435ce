"""Protocol v1 without a client above it: a message out, the messages that come back, as lines that two devices can be
compared by."""

import enum

from trezorlib import mapping, messages, protocol_v1
from trezorlib.transport import Timeout
from trezorlib.transport.udp import UdpTransport

PATIENCE = 20
# What asks for a piece of typed data.
STREAMED = (messages.EthereumTypedDataStructRequest, messages.EthereumTypedDataValueRequest)


def enums(value):
    """An enumerated value by its name, bytes in hex, the rest as it is."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, enum.Enum):
        return value.name
    if isinstance(value, list):
        return [enums(one) for one in value]
    if hasattr(value, "MESSAGE_WIRE_TYPE"):
        return fields(value)
    return value


def fields(message) -> dict:
    return {name: enums(value) for name, value in vars(message).items() if value is not None and value != []}


def described(message) -> str:
    """A question or an act, shortened."""
    if isinstance(message, tuple) and isinstance(message[0], int):
        return f"message {message[0]} of {message[1].hex() or 'nothing'}"
    if isinstance(message, tuple) and not isinstance(message[1], str):
        return f"{message[0]} {described(message[1])}"
    if isinstance(message, (str, tuple)):
        return str(message)
    said = ", ".join(f"{name}={str(value)[:60]}" for name, value in fields(message).items() if name != "session_id")
    return f"{type(message).__name__}({said})"


class Wire:
    """One device's wire, its hand, and what was seen: a line for each message that came."""

    def __init__(self, port: int, hand) -> None:
        self.port, self.hand = port, hand
        self.transport = UdpTransport(f"127.0.0.1:{port}")
        self.transport.open()
        # What was asked, for each line, and how often something was asked so far.
        self.asked: list[tuple[int, str]] = []
        self.question = (0, "")
        # The kind of each message that came, and its fields.
        self.lines: list[tuple[str, dict]] = []
        self.pages: list[str] = []
        self.sessions: list[bytes] = []
        # Answers what a device asks for of typed data.
        self.typed_data = None

    def send(self, message) -> None:
        kind, data = message if isinstance(message, tuple) else mapping.DEFAULT_MAPPING.encode(message)
        protocol_v1.write(self.transport, kind, data)

    def receive(self):
        message = mapping.DEFAULT_MAPPING.decode(*protocol_v1.read(self.transport, timeout=PATIENCE))
        said = fields(message)
        if isinstance(message, messages.Features) and message.session_id is not None:
            said["session_id"] = self.session(message.session_id)
        self.note(type(message).__name__, said)
        return message

    def note(self, kind: str, said: dict) -> None:
        self.lines.append((kind, said))
        self.asked.append(self.question)

    def forget(self) -> None:
        """Begins a new count."""
        for seen in (self.lines, self.pages, self.asked):
            seen.clear()
        self.question = (0, "")

    def again(self) -> None:
        """Begins anew, after an answer that did not come."""
        self.transport.close()
        self.transport = UdpTransport(f"127.0.0.1:{self.port}")
        self.transport.open()
        self.send(messages.Cancel())
        try:
            while True:
                protocol_v1.read(self.transport, timeout=2)
        except Timeout:
            pass

    def session(self, name: bytes) -> str:
        """A session by the order in which it was first seen: the ids themselves are random."""
        if name not in self.sessions:
            self.sessions.append(name)
        return f"session {self.sessions.index(name)}"

    def ask(self, question, *acts):
        """Sends, and does the acts one after the other where something is asked, then confirms the rest.

        An act is "confirm", "refuse", "show all", ("type", text), ("words", text), a message to be sent instead of the acknowledgement,
        or ("late", message) for one sent after it.
        """
        self.question = (self.question[0] + 1, f"{described(question)} {[described(act) for act in acts]}")
        acts = list(acts)
        self.send(question)
        while True:
            reply = self.receive()
            if isinstance(reply, messages.ButtonRequest):
                self.act(reply, acts.pop(0) if acts else "confirm")
            elif isinstance(reply, STREAMED):
                self.send(self.typed_data(reply))
            elif isinstance(reply, messages.PassphraseRequest):
                self.send(acts.pop(0) if acts else messages.PassphraseAck(passphrase=""))
            else:
                return reply

    def act(self, request, act) -> None:
        if not isinstance(act, (str, tuple)):
            self.hand.leave()
            self.send(act)
            return
        self.send(messages.ButtonAck())
        if act == "confirm":
            shown = self.hand.confirm(request.pages)
            self.pages.extend(f"{request.name} {number}: {page}" for number, page in enumerate(shown, 1))
        elif act == "refuse":
            self.hand.refuse()
        elif act == "show all":
            self.hand.show_all()
        elif act[0] == "type":
            self.hand.type(act[1])
        elif act[0] == "words":
            self.hand.type_words(act[1])
        else:
            self.hand.leave()
            self.send(act[1])
