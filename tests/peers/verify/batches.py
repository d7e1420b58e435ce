"""V-BATCH: the calls of every batch. Payments and distributions are made again; changes of a Safe are followed call by call, and
must lead from the state before to the one that the plan wants."""

from contracts import encoded, hexed, raw, struct, word
from curve import checksummed

ETHER = "0x" + "ee" * 20
ONE = "0x" + "00" * 19 + "01"


def v_batch(case):
    told = case.manifest.get("batches", [])
    if not case.world:
        return case.tell("V-BATCH", None, "Not made: the contracts do not follow.")
    entries = {one["name"]: (kind, one) for entry in case.manifest["contracts"] for kind, one in entry.items()}
    changed = [name for name, (_, one) in entries.items() if "before" in one]
    wanted = [("change", name) for name in changed] + [("planned", batch["name"]) for batch in case.plan.table("batch")]
    if [("change" if "changes" in batch else "planned", batch["name"]) for batch in told] != wanted:
        return case.fail("V-BATCH", "there are other batches than follow from the plan")
    planned = {batch["name"]: batch for batch in case.plan.table("batch")}
    for batch in told:
        try:
            make = change if "changes" in batch else payments
            make(case, batch, planned.get(batch["name"]), entries)
        except (KeyError, ValueError, IndexError) as error:
            case.fail("V-BATCH", f"{batch['name']} does not follow from the plan and the addresses: {error}")


def payments(case, batch, planned, entries):
    """A batch of the plan, made again."""
    world, amounts = case.world, {amount["name"]: amount for amount in case.plan.table("amount")}
    sender = planned["safe"]
    calls, needs = [], {sender}
    for call in planned["call"]:
        token, target = call.get("token"), call.get("pay") or call.get("distribute")
        needs.add(target)
        if "distribute" in call:
            state = entries[target][1].get("present", entries[target][1])
            data = bytes.fromhex("2d3f5537") + encoded(struct(state), world.address(token) if token else ETHER, world.address(sender))
            calls.append(made(world.address(target), data, 0, f"distribute {token or 'ether'} of {target}"))
            continue
        amount = amounts[call["amount"]]
        value, what = units(amount), f"pay {amount['value']} {token or 'ether'} ({amount['name']}) to {target}"
        if token:
            data = bytes.fromhex("a9059cbb") + encoded(world.address(target), value)
            calls.append(made(world.address(token), data, 0, what))
        else:
            calls.append(made(world.address(target), b"", value, what))
    compare(batch, dict(calls=calls, label=planned["label"], name=planned["name"], from_name=sender), case, needs, entries)


def made(to, data, value, what):
    return {"data": hexed(data), "to": to, "value": str(value), "what": what}


def units(amount):
    """The whole number that an amount is in its token's smallest unit."""
    whole, _, part = amount["value"].partition(".")
    return int(whole + part.ljust(amount.get("decimals", 18), "0"))


def compare(batch, wanted, case, needs, entries):
    wanted |= {"from": case.world.address(wanted["from_name"]), "needs": [name for name in entries if name in needs]}
    for key, value in wanted.items():
        if batch[key] != value:
            raise ValueError(f"another {key}")


def change(case, batch, _, entries):
    """A change of a contract, from the contract itself or from the split's owner before it."""
    kind, one = entries[batch["changes"]]
    if batch["changes"] != batch["name"]:
        raise ValueError("it changes another contract than its name says")
    names = {address: name for name, address in case.world.addresses.items()}
    if kind == "safe":
        calls, needs = followed(one, batch["calls"], names), set()
        sender = batch["name"]
    else:
        calls, needs = updates(one), set()
        sender = one["before"]["owner_name"]
        if one["before"]["owner"] != one["present"]["owner"]:
            needs.add(one["present"]["owner_name"])
        if len(calls) != (one["before"]["owner"] != one["present"]["owner"]):
            needs |= set(one["present"]["recipient_names"])
    needs |= {name for call in calls for name in call.pop("names", [])}
    compare(batch, dict(calls=calls, label=one["label"], name=one["name"], from_name=sender), case, needs | {sender, one["name"]}, entries)


def updates(one):
    """The calls that change a split: recipients and incentive first, then the owner."""
    before, present, calls = one["before"], one["present"], []
    if before["split_hash"] != present["split_hash"]:
        told = ", ".join(f"{name} {share}/{present['total_allocation']}"
                         for name, share in zip(present["recipient_names"], present["allocations"]))
        calls.append(made(one["address"], bytes.fromhex("286617de") + encoded(struct(present)), 0, f"pay {told}"))
    if before["owner"] != present["owner"]:
        calls.append(made(one["address"], bytes.fromhex("f2fde38b") + word(present["owner"]), 0,
                          f"owner {present['owner_name']} in place of {before['owner_name']}"))
    return calls


def followed(one, calls, names):
    """The calls that change a Safe, each made again from what it does; they must lead to the present owners and threshold."""
    owners, threshold, found = list(one["before"]["owners"]), one["before"]["threshold"], []
    for call in calls:
        data = raw(call["data"])
        words = [data[at:at + 32] for at in range(4, len(data), 32)]
        address = [checksummed(held[12:]) for held in words]
        if data[:4].hex() == "0d582f13":
            owners.insert(0, address[0])
            threshold, new = int.from_bytes(words[1]), [address[0]]
            again, what = [address[0], threshold], f"owner {names[address[0]]} joins, threshold {threshold}"
        elif data[:4].hex() == "f8dc5dd9":
            at, threshold, new = owners.index(address[1]), int.from_bytes(words[2]), []
            again, what = [before(owners, at), owners.pop(at), threshold], f"owner {names[address[1]]} leaves, threshold {threshold}"
        elif data[:4].hex() == "e318b52b":
            at, new = owners.index(address[1]), [address[2]]
            again = [before(owners, at), address[1], address[2]]
            owners[at], what = address[2], f"owner {names[address[2]]} in place of {names[address[1]]}"
        elif data[:4].hex() == "694e80c3":
            threshold, new = int.from_bytes(words[0]), []
            again, what = [threshold], f"threshold {threshold}"
        else:
            raise ValueError("a call that changes no owners")
        if len(set(owners)) != len(owners) or not 0 < threshold <= len(owners):
            raise ValueError("a call that the Safe refuses")
        found.append(made(one["address"], data[:4] + encoded(*again), 0, what) | {"names": [names[held] for held in new]})
    if owners != one["present"]["owners"] or threshold != one["present"]["threshold"]:
        raise ValueError("the calls do not lead to what the plan wants")
    return found


def before(owners, at):
    """The owner that the contract lists before another, or its sentinel."""
    return owners[at - 1] if at else ONE
