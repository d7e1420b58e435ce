"""A passphrase wallet by other people's programs: slip10 derives it on OpenSSL's curve; eth-account derives it again and signs, on
its own."""

from eth_account import Account
from eth_account.hdaccount.deterministic import HDPath
from eth_account.messages import encode_defunct
from slip10 import SLIP10


class Wallet:
    def __init__(self, seed: bytes):
        self.seed, self.root = seed, SLIP10.from_seed(seed)

    def xpub(self, path):
        return self.root.get_xpub_from_path(path)

    def public_key(self, path):
        return self.root.get_pubkey_from_path(path).hex()

    def account(self, path):
        """The account at a path; both derivations must come to the same key."""
        key = self.root.get_privkey_from_path(path)
        if HDPath(path).derive(self.seed) != key:
            raise AssertionError(f"slip10 and eth-account derive different keys at {path}")
        return Account.from_key(key)

    def address(self, path):
        return self.account(path).address

    def sign(self, path, message: bytes):
        """EIP-191, as the hex of r, s, v."""
        return "0x" + self.account(path).sign_message(encode_defunct(message)).signature.hex().removeprefix("0x")
