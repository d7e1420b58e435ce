"""Members of the signed files, table by table as docs/manifest.md has them."""

import canonical
from canonical import Malformed
from forms import (account, address, data, digest, either, flag, identity, label, marked, member, members, name, number,
                   one_of, organisation, path, several, text, texts,
                   wallet, word, xpub)

NONE = one_of("none")

ceremony = members(chain_id=number, id=name, organisation=organisation, plan_sha256=digest, previous=either(digest, NONE),
                   rehearsal=flag, sequence=number, testnet=flag)
tool = members(binary_sha256=digest, version=text)

part = members(
    addresses=several(members(address=address, label=label, path=path, role=name, wallet=wallet)),
    ceremony=ceremony, exceptions=number, member=member, sealed_sha256=digest, tool=tool, type=one_of("gishiki-part-v1"),
    wallets=several(members(entries=one_of(1, 2), entry=one_of("device", "host"), identity=identity, name=wallet, signer=name,
                            tier=number)))

sealed = members(
    accounts=several(members(name=text, path=account, wallet=wallet, xpub=xpub)),
    ceremony=ceremony,
    device=members(details=texts, device_id=text, firmware=text, hindrances=several(text), kind=text, model=text, simulated=flag),
    exceptions=several(members(decided=text, expected=text, happened=text, step=text)),
    journal_events=number, journal_head=digest, kept_=several(members(path=account, wallet=wallet), 1), member=member,
    seed_commitment=digest, type=one_of("gishiki-sealed-v1"))

owners = dict(owner_names=several(name), owners=several(address), threshold=number)
shares = dict(allocations=several(text), incentive=number, owner=address, owner_name=either(name, NONE),
              recipient_names=several(name), recipients=several(address), total_allocation=text)
safe_state = members(**owners)
split_state = members(**shares, split_hash=word)
contract = dict(address=address, calldata_sha256=digest, chains=several(number), file_sha256=digest, label=label, name=name,
                to=address, version=text)
safe = members(**contract, **owners, before_=safe_state, present_=safe_state, deployment_=text, method_=text,
               fallback_handler_=address, singleton_=address, preset=one_of("ui", "plain"), salt_nonce=text)
split = members(**contract, **shares, before_=split_state, present_=split_state, kind=one_of("push", "pull"),
                salt=either(word, NONE))

signer = members(address=address, member=member, role=name, wallet=wallet)
call = members(data=data, to=address, value=text, what=text)
batch = members(calls=several(call), changes_=name, from_name=name, label=label, name=name, needs=several(name),
                **{"from": address})

manifest = members(
    addresses=several(members(address=address, label=label, member=member, path=path, role=name, since_=number, tier=number,
                              wallet=wallet)),
    batches_=several(batch, 1),
    carried_=several(members(member=member, part_sha256=digest, sealed_sha256=digest, sequence=number), 1), ceremony=ceremony,
    contracts=several(either(members(safe=safe), members(split=split))),
    exceptions=number, externals=several(members(address=either(address, one_of("TBD")), label=label, name=name)),
    parts=several(members(exceptions=number, journal_sha256=digest, member=member, part_sha256=digest, sealed_sha256=digest,
                          unpinned_=marked)),
    policy=several(signer),
    retired_=several(members(address=address, label=label, name=name, reason=text, sequence=number), 1), succession_=number, tool=tool,
    type=one_of("gishiki-manifest-v1"), wallet_signers=several(signer),
    witnesses_=several(members(address_=address, name=name, signs=one_of("key", "paper")), 1))


def contract_file(contents):
    """Only its type: everything else in it is made again and compared (V-CONTRACT)."""
    if not isinstance(contents, dict):
        raise Malformed("it is no object")
    one_of("gishiki-contract-v1")(contents.get("type"))


def read(form, data: bytes):
    """The contents of a file in its one encoding and with its members. Raises Malformed."""
    contents = canonical.read(data)
    form(contents)
    return contents

