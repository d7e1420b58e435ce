"""secp256k1 with Python's integers, and what stands on it: addresses (EIP-55), personal messages (EIP-191), extended public keys (BIP-32).

Only public things are computed here, so nothing has to be done in constant time."""

import hashlib
import hmac

from Crypto.Hash import RIPEMD160
from eth_utils import keccak

P = 2**256 - 2**32 - 977
N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
G = (0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
     0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8)
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
XPUB = bytes.fromhex("0488b21e")
HARDENED = 2**31


class Wrong(Exception):
    """A key, point or signature that there is none of."""


def double(x, y, z):
    """2·(x, y, z) in Jacobian coordinates; z is 0 at infinity."""
    s, m = 4 * x * y * y % P, 3 * x * x % P
    u = (m * m - 2 * s) % P
    return u, (m * (s - u) - 8 * y**4) % P, 2 * y * z % P


def add(one, other):
    """The sum of two points in Jacobian coordinates."""
    if not one[2]:
        return other
    if not other[2]:
        return one
    (x, y, z), (a, b, c) = one, other
    u, v = x * c * c % P, a * z * z % P
    s, t = y * c**3 % P, b * z**3 % P
    h, r = (v - u) % P, (t - s) % P
    if not h:
        return double(*one) if not r else (0, 1, 0)
    w = (r * r - h**3 - 2 * u * h * h) % P
    return w, (r * (u * h * h - w) - s * h**3) % P, h * z * c % P


def sum_of(*terms):
    """The affine point Σ factor · point; Wrong at infinity."""
    total = (0, 1, 0)
    for bit in range(255, -1, -1):
        total = double(*total)
        for factor, point in terms:
            if factor >> bit & 1:
                total = add(total, (*point, 1))
    x, y, z = total
    if not z:
        raise Wrong("the point at infinity")
    inverse = pow(z, -1, P)
    return x * inverse**2 % P, y * inverse**3 % P


def point(compressed: bytes):
    """The point of 33 bytes (SEC 1)."""
    if len(compressed) != 33 or compressed[0] not in (2, 3):
        raise Wrong("no compressed public key")
    return lifted(int.from_bytes(compressed[1:]), compressed[0] & 1)


def lifted(x, odd):
    """The point with this x, and y odd or even."""
    y = pow(x**3 + 7, (P + 1) // 4, P)
    if x >= P or (y * y - x**3 - 7) % P:
        raise Wrong("no point of the curve")
    return x, y if y & 1 == odd else P - y


def compressed(key) -> bytes:
    return bytes([2 + (key[1] & 1)]) + key[0].to_bytes(32)


def checksummed(raw: bytes) -> str:
    """EIP-55."""
    digits = raw.hex()
    hashed = keccak(digits.encode()).hex()
    return "0x" + "".join(d.upper() if h >= "8" else d for d, h in zip(digits, hashed))


def address(key) -> str:
    """The address of a public key."""
    return checksummed(keccak(key[0].to_bytes(32) + key[1].to_bytes(32))[12:])


def signer(message: bytes, signature: bytes) -> str:
    """Who signed a personal message (EIP-191) with these 65 bytes: r, s, v. Some address comes out of nearly every signature."""
    digest = int.from_bytes(keccak(b"\x19Ethereum Signed Message:\n" + str(len(message)).encode() + message))
    r, s, v = int.from_bytes(signature[:32]), int.from_bytes(signature[32:64]), signature[64]
    if not 0 < r < N or not 0 < s <= N // 2 or v not in (27, 28):
        raise Wrong("no signature in its one form")
    inverse = pow(r, -1, N)
    return address(sum_of((-digest * inverse % N, G), (s * inverse % N, lifted(r, v - 27))))


class Xpub:
    """An extended public key (BIP-32): depth, parent's fingerprint, number, chain code, key."""

    def __init__(self, text):
        raw = base58(text)
        if len(raw) != 78 or raw[:4] != XPUB:
            raise Wrong("no xpub of BIP-32")
        self.depth, self.parent, self.number = raw[4], raw[5:9], int.from_bytes(raw[9:13])
        self.code, self.key = raw[13:45], point(raw[45:])

    def child(self, number):
        """The child with a number that is not hardened."""
        made = hmac.digest(self.code, compressed(self.key) + number.to_bytes(4), "sha512")
        left = int.from_bytes(made[:32])
        if left >= N:
            raise Wrong("no such child")
        child = object.__new__(Xpub)
        child.depth, child.parent, child.number = self.depth + 1, fingerprint(compressed(self.key)), number
        child.code, child.key = made[32:], sum_of((left, G), (1, self.key))
        return child


def fingerprint(key: bytes) -> bytes:
    """The first four bytes of HASH160 of a compressed key."""
    return RIPEMD160.new(hashlib.sha256(key).digest()).digest()[:4]


def base58(text) -> bytes:
    """The bytes of base58 with a checksum."""
    if len(text) > 120 or not set(text) <= set(BASE58):
        raise Wrong("no base58")
    value = 0
    for letter in text:
        value = value * 58 + BASE58.index(letter)
    zeros = len(text) - len(text.lstrip("1"))
    raw = bytes(zeros) + value.to_bytes((value.bit_length() + 7) // 8)
    if hashlib.sha256(hashlib.sha256(raw[:-4]).digest()).digest()[:4] != raw[-4:]:
        raise Wrong("base58 with a wrong checksum")
    return raw[:-4]
