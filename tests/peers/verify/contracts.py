"""Safes and splits predicted from the plan and the addresses: entries of the manifest, contract files, address by CREATE2.

registry.json has the contracts of Safe and 0xSplits that all of it rests on; docs/manifest.md has the formulas."""

import hashlib
import json
from pathlib import Path

import canonical
from curve import checksummed
from eth_utils import keccak

REGISTRY = json.loads((Path(__file__).parent / "registry.json").read_text())
ZERO = "0x" + "0" * 40
RECEIVER = "0x5afe7A11E7" + "0" * 30
CREATE = "create-proxy-with-nonce"
METHODS = {CREATE: ("createProxyWithNonce", "1688f0b9"), f"{CREATE}-l2": ("createProxyWithNonceL2", "4662f9d6"),
           "create-chain-specific-proxy-with-nonce": ("createChainSpecificProxyWithNonce", "ec9e80bb"),
           "create-chain-specific-proxy-with-nonce-l2": ("createChainSpecificProxyWithNonceL2", None)}
CLONE = ("60593d8160093d39f336602c57343d527f9e4ac34f21c619cefc926c8bd93b54bf5a39c7ab2127a895af1cc0691d7e3dff"
         "593da1005b3d3d3d3d363d3d37363d73", "5af43d3d93803e605757fd5bf3" + "00" * 15)
WALLET = ("3d605d80600a3d3981f336603057343d52307f830d2d700a97af574b186c80d40429385d24241565b08a7c559ba283a964d9b1"
          "60203da23d3df35b3d3d3d3d363d3d37363d73", "5af43d3d93803e605b57fd5bf3")


def raw(text):
    return bytes.fromhex(text[2:])


def word(value) -> bytes:
    """A number, address or flag as one word of the ABI."""
    return value.to_bytes(32) if isinstance(value, int) else raw(value).rjust(32, b"\0")


def dynamic(data: bytes) -> bytes:
    return word(len(data)) + data + bytes(-len(data) % 32)


def array(items) -> bytes:
    return word(len(items)) + b"".join(map(word, items))


def encoded(*values) -> bytes:
    """ABI of a tuple: bytes are dynamic and encoded already, everything else is one word."""
    heads, tails, offset = b"", b"", 32 * len(values)
    for value in values:
        if isinstance(value, bytes):
            heads, tails = heads + word(offset + len(tails)), tails + value
        else:
            heads += word(value)
    return heads + tails


def created(factory, salt: bytes, code: bytes):
    """EIP-1014."""
    return checksummed(keccak(b"\xff" + raw(factory) + salt + keccak(code))[12:])


def hexed(data: bytes):
    return "0x" + data.hex()


class World:
    """The plan's names with their addresses, those of contracts as far as they follow; and each contract's entry and file."""

    def __init__(self, plan, heading, roles):
        self.plan, self.heading, self.addresses = plan, heading, dict(roles)
        for external in plan.table("external"):
            self.addresses[external["name"]] = external["address"]
        self.tables = {table["name"]: (kind, table) for kind in ("safe", "split") for table in plan.table(kind)}
        self.made, self.waiting = {}, set()
        for name in self.tables:
            self.address(name)

    def address(self, name):
        """The address of a name; contracts are predicted once what they depend on is. ValueError in a circle or without one."""
        if name in self.addresses:
            return self.addresses[name]
        if name in self.waiting or name not in self.tables:
            raise ValueError(f"{name} has no address")
        self.waiting.add(name)
        kind, table = self.tables[name]
        made = (safe if kind == "safe" else split)(self, table)
        self.addresses[name], self.made[name] = made[0]["address"], made
        return self.addresses[name]

    def entries(self):
        """The manifest's `contracts`, and the bytes of each contract's file by name."""
        entries, files = [], {}
        for name, (kind, table) in self.tables.items():
            entry, deployment, rows = self.made[name]
            entry |= {"label": table["label"], "name": name, "chains": table["chains"]}
            file = canonical.write({"ceremony": self.heading, "chains": table["chains"], "deployment": deployment,
                                    "label": table["label"], "name": name, "table": rows, "type": "gishiki-contract-v1"})
            files[name] = file
            entry["file_sha256"] = hashlib.sha256(file).hexdigest()
            entry["calldata_sha256"] = hashlib.sha256(raw(deployment["tx"]["data"])).hexdigest()
            entries.append({kind: entry})
        return entries, files


def row(depth, name, kind, value):
    return {"depth": depth, "name": name, "type": kind, "value": str(value)}


def listed(depth, name, kind, items):
    return [row(depth, name, f"{kind}[]", f"{len(items)} items"),
            *(row(depth + 1, f"[{n}]", kind, item) for n, item in enumerate(items))]


def amount(data: bytes):
    return f"{len(data)} bytes" if data else "0x"


def owners_of(world, names):
    return [world.address(name) for name in names]


def safe(world, table):
    """(entry without what World adds, deployment, decoded table) of a Safe."""
    version, preset, chain = table["version"], table["preset"], table["chains"][0]
    family, method = table.get("deployment", "canonical"), table.get("method", CREATE)
    known = REGISTRY["safe"][version]
    home, ui = known["sets"][family], preset == "ui"
    converts = ui and version != "1.3.0"
    usual = home["l1" if converts or chain == 1 else "l2"]
    singleton = {"l1": home["l1"], "l2": home["l2"]}.get(wanted := table.get("singleton", usual), wanted)
    handler = {"default": home["handler"], "none": ZERO}.get(wanted := table.get("fallback_handler", "default"), wanted)
    to, data = (REGISTRY["setup"], bytes.fromhex("fe51f643") + word(home["l2"])) if converts else (ZERO, b"")
    receiver, owners, threshold = RECEIVER if ui else ZERO, owners_of(world, table["owners"]), table["threshold"]
    nonce = int(table["salt_nonce"], 16 if table["salt_nonce"].startswith("0x") else 10)
    initializer = bytes.fromhex("b63e800d") + encoded(array(owners), threshold, to, dynamic(data), handler, ZERO, 0, receiver)
    function, selector = METHODS[method]
    selector = selector or keccak(f"{function}(address,bytes,uint256)".encode())[:4].hex()
    salt = keccak(keccak(initializer) + word(nonce) + (word(chain) if "chain-specific" in method else b""))
    code = raw(known["code"]) + word(singleton)
    address = created(home["factory"], salt, code)
    calldata = bytes.fromhex(selector) + encoded(singleton, dynamic(initializer), nonce)
    entry = {"address": address, "owner_names": table["owners"], "owners": owners, "threshold": threshold, "preset": preset,
             "salt_nonce": str(nonce), "to": home["factory"], "version": version}
    deployment = {
        "address": address, "chain_id": chain, "factory": home["factory"], "fallback_handler": handler,
        "init_code_hash": hexed(keccak(code)), "initializer": hexed(initializer), "owners": owners, "payment_receiver": receiver,
        "salt": hexed(salt), "salt_nonce": str(nonce), "setup_data": hexed(data), "setup_to": to, "singleton": singleton,
        "threshold": threshold, "tx": {"data": hexed(calldata), "to": home["factory"], "value": "0"}, "version": version}
    if family != "canonical":
        entry["deployment"] = deployment["deployment"] = family
    if method != CREATE:
        entry["method"] = deployment["method"] = method
    if handler != home["handler"]:
        entry["fallback_handler"] = handler
    if "singleton" in table:
        entry["singleton"] = singleton
    states(world, table, entry, lambda state: safe_state(world, state))
    setup = [row(3, "to", "address", to), row(3, "data", "bytes", amount(data))]
    if data:
        setup += [row(4, "setupToL2", "function", "0xfe51f643"), row(5, "l2Singleton", "address", home["l2"])]
    rows = [row(0, function, "function", f"0x{selector}"), row(1, "_singleton", "address", singleton),
            row(1, "initializer", "bytes", amount(initializer)), row(2, "setup", "function", "0xb63e800d"),
            *listed(3, "_owners", "address", owners), row(3, "_threshold", "uint256", threshold), *setup,
            row(3, "fallbackHandler", "address", handler), row(3, "paymentToken", "address", ZERO),
            row(3, "payment", "uint256", 0), row(3, "paymentReceiver", "address", receiver), row(1, "saltNonce", "uint256", nonce)]
    return entry, deployment, rows


def safe_state(world, state):
    return {"owner_names": state["owners"], "owners": owners_of(world, state["owners"]), "threshold": state["threshold"]}


def states(world, table, entry, told):
    """`before` and `present` of an entry: as planned. A Safe's owners after a change stand in an order that V-BATCH finds."""
    if "next" in table:
        entry["before"] = told(table.get("now", table))
        entry["present"] = told(table["next"])
    elif "now" in table:
        entry["present"] = told(table["now"])


def shares(world, table):
    """Owner, incentive and recipients of a split's state, recipients ascending by their bytes; and its hash."""
    named = sorted(((world.address(r["to"]), r["to"], r["share"]) for r in table["recipient"]), key=lambda one: raw(one[0]))
    owner = ZERO if table["owner"] == "none" else world.address(table["owner"])
    return {"allocations": [str(share) for _, _, share in named], "incentive": table["incentive"], "owner": owner,
            "owner_name": table["owner"], "recipient_names": [name for _, name, _ in named],
            "recipients": [address for address, _, _ in named], "total_allocation": str(sum(share for _, _, share in named))}


def struct(state) -> bytes:
    """The contract's own Split, as a dynamic value."""
    return encoded(array(state["recipients"]), array(list(map(int, state["allocations"]))), int(state["total_allocation"]),
                   state["incentive"])


def split_state(world, table):
    state = shares(world, table)
    return state | {"split_hash": hexed(keccak(encoded(struct(state))))}


def split(world, table):
    """As `safe`."""
    version, chain, state = table["version"], table["chains"][0], shares(world, table)
    entry = state | {"kind": table["kind"], "version": version}
    if version == "1":
        factory, target = REGISTRY["splitmain"][str(chain)]
        allocations = list(map(int, state["allocations"]))
        packed = array(state["recipients"])[32:] + array(allocations)[32:] + state["incentive"].to_bytes(4)
        salt = split_hash = keccak(packed)
        calldata = bytes.fromhex("7601f782") + encoded(array(state["recipients"]), array(allocations), state["incentive"], ZERO)
        code, told = bytes.fromhex(WALLET[0]) + raw(target) + bytes.fromhex(WALLET[1]), "none"
        rows = [row(0, "createSplit", "function", "0x7601f782"), *listed(1, "accounts", "address", state["recipients"]),
                *listed(1, "percentAllocations", "uint32", allocations), row(1, "distributorFee", "uint32", state["incentive"]),
                row(1, "controller", "address", ZERO)]
    else:
        factory, target = REGISTRY["split"][table["kind"]][version]
        told, split_hash = table["salt"], keccak(encoded(struct(state)))
        if told == "derived":
            lines = f"gishiki-split-salt-v1\n{world.plan.sha256}\n{table['name']}\n"
            told = "0x" + hashlib.sha256(lines.encode()).hexdigest()
        salt = keccak(encoded(struct(state), state["owner"]) + raw(told))
        calldata = bytes.fromhex("f79918b0") + encoded(struct(state), state["owner"], ZERO, told)
        code = bytes.fromhex(CLONE[0]) + raw(target) + bytes.fromhex(CLONE[1])
        rows = [row(0, "createSplitDeterministic", "function", "0xf79918b0"),
                row(1, "_splitParams", "(address[],uint256[],uint256,uint16)", "4 items"),
                *listed(2, "recipients", "address", state["recipients"]), *listed(2, "allocations", "uint256", state["allocations"]),
                row(2, "totalAllocation", "uint256", state["total_allocation"]),
                row(2, "distributionIncentive", "uint16", state["incentive"]), row(1, "_owner", "address", state["owner"]),
                row(1, "_creator", "address", ZERO), row(1, "_salt", "bytes32", told)]
    address = created(factory, salt, code)
    entry |= {"address": address, "salt": told, "to": factory}
    deployment = {
        "address": address, "allocations": state["allocations"], "chain_id": chain, "create2_salt": hexed(salt), "factory": factory,
        "incentive": state["incentive"], "kind": table["kind"], "owner": state["owner"], "recipients": state["recipients"],
        "split_hash": hexed(split_hash), "total_allocation": state["total_allocation"],
        "tx": {"data": hexed(calldata), "to": factory, "value": "0"}, "version": version}
    if told != "none":
        deployment["salt"] = told
    states(world, table, entry, lambda state: split_state(world, state))
    return entry, deployment, rows
