"""The rehearsal that lies in the repository, made again by trezorlib: every public key, address and signature."""

import json
from contextlib import ExitStack

from trezorlib import ethereum
from trezorlib.tools import parse_path

from figures import MANIFEST, MODELS, Difference, test_seed
from simulator import client, simulator


def check(program, count):
    manifest = json.loads((MANIFEST / "public" / "manifest.json").read_text())
    members = [part["member"] for part in manifest["parts"]]
    for model in MODELS:
        with ExitStack() as stack:
            sessions = {}
            for n, member in enumerate(members, 1):
                # The members' seeds are the published ones, in the plan's order.
                running = stack.enter_context(simulator(program, test_seed(n), "--model", model))
                trezor = client(running)
                for row in manifest["addresses"]:
                    key = (row["member"], row["wallet"])
                    if row["member"] == member and key not in sessions:
                        sessions[key] = trezor.get_session(f"rehearsal {row['wallet']}")
            addresses(manifest, sessions, count)
            xpubs(members, sessions, count)
            signatures(manifest, sessions, count)


def addresses(manifest, sessions, count):
    for row in manifest["addresses"]:
        session = sessions[row["member"], row["wallet"]]
        found = ethereum.get_address(session, parse_path(row["path"]), show_display=True, chunkify=True)
        count.same(row["label"], found, row["address"])


def xpubs(members, sessions, count):
    for member in members:
        sealed = json.loads((MANIFEST / "sealed" / f"{member}.json").read_text())
        for account in sealed["accounts"]:
            node = ethereum.get_public_node(sessions[member, account["wallet"]], parse_path(account["path"]))
            count.same(f"{member} {account['wallet']} {account['path']}", node.xpub, account["xpub"])
        part = json.loads((MANIFEST / "public" / "parts" / f"{member}.json").read_text())
        for wallet in part["wallets"]:
            node = ethereum.get_public_node(sessions[member, wallet["name"]], parse_path("m/44'/60'"))
            count.same("identity", node.node.public_key.hex(), wallet["identity"])


def signatures(manifest, sessions, count):
    paths = {(row["member"], row["role"]): row["path"] for row in manifest["addresses"]}
    statements = [(f"{it['member']}.{it['wallet']}", it) for it in manifest["wallet_signers"]]
    statements += [(f"manifest.{it['role']}", it) for it in manifest["policy"]]
    folder = MANIFEST / "public" / "statements"
    if len(statements) != len(list(folder.glob("*.sig"))):
        raise Difference("the statements are not those that the manifest names")
    for name, signer in statements:
        session = sessions[signer["member"], signer["wallet"]]
        path = parse_path(paths[signer["member"], signer["role"]])
        text = (folder / f"{name}.txt").read_bytes()
        signed = ethereum.sign_message(session, path, text, chunkify=True)
        count.same(f"signer of {name}", signed.address, signer["address"])
        written = (folder / f"{name}.sig").read_bytes()
        count.same(f"signature of {name}", f"0x{signed.signature.hex()}".encode(), written)
        count.same("seen as valid", ethereum.verify_message(session, signed.address, signed.signature, text), True)
