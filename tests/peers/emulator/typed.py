"""A SafeTx as typed data: its types and values, and the messages that tell them."""

from eth_utils import keccak
from trezorlib import messages as m

DOMAIN = [("chainId", "uint256"), ("verifyingContract", "address")]
SAFE_TX = [
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
NOBODY = bytes(20)


def field(kind: str) -> m.EthereumFieldType:
    if kind.startswith("uint"):
        return m.EthereumFieldType(data_type=m.EthereumDataType.UINT, size=int(kind[4:]) // 8)
    if kind == "address":
        return m.EthereumFieldType(data_type=m.EthereumDataType.ADDRESS)
    size = int(kind[5:]) if kind[5:] else None
    return m.EthereumFieldType(data_type=m.EthereumDataType.BYTES, size=size)


def encoded(kind: str, value) -> bytes:
    return value.to_bytes(int(kind[4:]) // 8, "big") if kind.startswith("uint") else value


class SafeTx:
    """Answers a device's questions for its pieces; some of them changed, if so wanted."""

    def __init__(self, data=b"", value=0, nonce=7, chain=560048, safe=b"\x22" * 20, **other) -> None:
        given = {"to": b"\x11" * 20, "value": value, "data": data, "nonce": nonce, **other}
        zeros = {"gasToken": NOBODY, "refundReceiver": NOBODY}
        self.values = [given.get(name, zeros.get(name, 0)) for name, _ in SAFE_TX]
        self.domain = [chain, safe]
        # Answers instead, by the type's name or the value's path.
        self.instead: dict = {}

    def __call__(self, request):
        if isinstance(request, m.EthereumTypedDataStructRequest):
            return self.instead.get(request.name) or self.members(request.name)
        path = tuple(request.member_path)
        return self.instead.get(path) or self.value(*path)

    def members(self, name: str):
        types = {"EIP712Domain": DOMAIN, "SafeTx": SAFE_TX}[name]
        members = [m.EthereumStructMember(type=field(kind), name=member) for member, kind in types]
        return m.EthereumTypedDataStructAck(members=members)

    def value(self, root: int, at: int):
        kind = (SAFE_TX if root else DOMAIN)[at][1]
        return m.EthereumTypedDataValueAck(value=encoded(kind, (self.values if root else self.domain)[at]))

    def changed(self, instead: dict):
        self.instead = instead
        return self

    def message_hash(self) -> bytes:
        members = ",".join(f"{kind} {name}" for name, kind in SAFE_TX)
        words = [keccak(f"SafeTx({members})".encode())]
        for (_, kind), value in zip(SAFE_TX, self.values):
            value = encoded(kind, value)
            words.append(keccak(value) if kind == "bytes" else value.rjust(32, b"\0"))
        return keccak(b"".join(words))
