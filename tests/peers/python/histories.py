"""A history of four ceremonies that grows out of `ceremonies/solo.toml`: the plans are what
`gishiki plan extend` writes, with a team's edits. In the fourth nothing is new, and nobody has a part."""

import json
import shutil
import subprocess
import tomllib
from pathlib import Path

import bundle
import seeds
from forger import Forger, canonical, sha256
from plan import Plan

MANIFEST, PLAN = "public/manifest.json", "public/plan.toml"

SECOND = """
[[custodian]]
name = "member-2"

[[seed]]
name = "seed-2"
custodian = "member-2"
kind = "bip39-24"
may_move_to_ledger = false

[[wallet]]
name = "Vault2"
custodian = "member-2"
seed = "seed-2"
tier = 1
entry = "device"
signer = "owner-2"

[[wallet]]
name = "Operations"
custodian = "member-1"
seed = "seed-1"
tier = 2
entry = "device"
signer = "ops"

[[wallet]]
name = "Private"
custodian = "member-1"
seed = "seed-1"
tier = 3
entry = "device"
signer = "payout"
xpub = "kept"

[[role]]
name = "owner-2"
label = "HW - Safe Owner 2"
wallet = "member-2/Vault2"
path = "0'/0/0"

[[role]]
name = "ops"
label = "HW - Operations"
wallet = "member-1/Operations"
path = "0'/0/0"

[[range]]
name = "ssv-{cluster}-{operator}"
label = "HW - SSV {cluster}-{operator}"
wallet = "member-1/Operations"
clusters = 1
operators = 2
first_account = 1
first_index = 0

[[role]]
name = "payout"
label = "HW - Payout"
wallet = "member-1/Private"
path = "0'/0/0"

[[role]]
name = "passing"
label = "HW - Passing"
wallet = "member-2/Vault2"
path = "1'/0/3"

[[external]]
name = "payee"
label = "Payee"
address = "0x5B38Da6a701c568545dCfcB03FcB875f56beddC4"

[[witness]]
name = "notary"
signs = "key"

[[witness]]
name = "clerk"
signs = "paper"
"""
SIGNERS = ('signers = ["owner-1"]', 'signers = ["owner-1", "owner-2"]\nsuccession = 1')
NEXT = 'chains = [1]\n\n[safe.next]\nowners = ["owner-1", "owner-2"]\nthreshold = 1\n'
RETIRED = '\n[[retired]]\nname = "{}"\nlabel = "{}"\naddress = "{}"\nsequence = 3\nreason = "no more in use"\n'


def made(gishiki, first, plan, folder: Path):
    """The folders of the four ceremonies; `first` is the first one's, of `plan`."""
    found, text = [Path(first)], plan
    for number, edit in ((2, second), (3, third), (4, str)):
        written, told, out = folder / f"{number}.extended.toml", folder / f"{number}.toml", folder / str(number)
        more = ("--previous", found[-2] / "public/manifest.json") if number > 2 else ()
        more += ("--clusters", "ssv-{cluster}-{operator}=2") if number == 3 else ()
        called(gishiki, "plan", "extend", found[-1], "--plan", text, "--rehearsal", *more, "--out", written)
        told.write_text(edit(written.read_text()))
        called(gishiki, "rehearse", told, "--headless", "--previous", found[-1], "--out", out)
        found, text = [*found, out], told
    return found


def called(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"{' '.join(map(str, command))}: {done.stderr}")


def second(text):
    """A member, two wallets, a range and witnesses join, and the Safe gets an owner."""
    return text.replace(*SIGNERS).replace("chains = [1]\n", NEXT) + SECOND


def third(text):
    """The range grows; a role and an outside address are retired. Only one wallet is opened, and one member has no part."""
    retired = ""
    for name in ("passing", "payee"):
        text, held = cut(text, name)
        retired += RETIRED.format(name, held["label"], held["address"])
    return text + retired


def cut(text, name):
    """The text without the table of that name, and the table's values."""
    tables = text.split("\n\n")
    [at] = [at for at, table in enumerate(tables) if f'\nname = "{name}"\n' in table]
    held = dict(line.split(" = ", 1) for line in tables.pop(at).splitlines() if " = " in line)
    return "\n\n".join(tables), {key: value.strip('"') for key, value in held.items()}


def without_safe(text):
    """The text without its Safe, and without the warning about its owners that is accepted."""
    return (text[:text.index("[[safe]]")] + text[text.index("[manifest]"):text.index("# オーナー")]
            + text[text.index("[[custodian]]\nname = \"member-2\""):])


def placed(name, label, address):
    return f'\n[[external]]\nname = "{name}"\nlabel = "{label}"\naddress = "{address}"\n'


def vault(text, one, other):
    """The text with a line of the wallet of member-2, which is carried, made another."""
    start, table = text.split('name = "Vault2"')
    return start + 'name = "Vault2"' + table.replace(one, other, 1)


def tier(manifest):
    for row in manifest["addresses"]:
        row["tier"] = 5 if row["wallet"] == "Vault2" else row["tier"]


def ghost(manifest):
    manifest["externals"].append({"address": NOTARY, "label": "Ghost", "name": "ghost"})


NOTARY = seeds.witness_address("notary")
NOW = '[safe.now]\nowners = ["owner-2", "owner-1"]\nthreshold = 1\n'
# Other third ceremonies: what is edited in the plan, and the check that refuses what comes out, if any does.
VARIANTS = [
    ("nothing retired", lambda text: text.split("\n[[retired]]")[0], "V-RETIRED"),
    ("retired by another name", lambda text: text.replace('name = "payee"', 'name = "payer"'), "V-RETIRED"),
    ("retired with another label", lambda text: text.replace('label = "Payee"', 'label = "Payer"'), "V-RETIRED"),
    ("retired earlier", lambda text: text.replace("sequence = 3\nreason", "sequence = 2\nreason"), "V-RETIRED"),
    ("retired what was not", lambda text: text + RETIRED.format("x", "X", "0xAb8483F64d9C6d1EcF9b849Ae677dD3315835cb2"), "V-RETIRED"),
    ("a Safe vanished", without_safe, "V-RETIRED"),
    ("a Safe now outside", lambda text: without_safe(text) + placed("treasury", "Treasury Safe", "TREASURY"), "V-RETIRED"),
    ("a Safe now outside, by another name", lambda text: without_safe(text) + placed("ice", "Ice", "TREASURY"), "V-RETIRED"),
    ("a role now outside", lambda text: text[:text.index("\n[[retired]]\nname = \"passing\"")]
     + text[text.index("\n[[retired]]\nname = \"payee\""):] + placed("passing", "HW - Passing", "PASSING"), None),
    ("another Safe under its name", lambda text: text.replace('salt_nonce = "0"', 'salt_nonce = "1"'), "V-SEQUENCE"),
    ("a Safe not as it was left", lambda text: text.replace(NOW, ""), "V-SEQUENCE"),
    ("a Safe by another name", lambda text: text.replace('name = "treasury"', 'name = "vault"'), None),
    ("a Safe changed again", lambda text: text.replace(NOW, NOW + NOW.replace("now", "next").replace('"owner-2", ', "")), None),
    ("other signers", lambda text: text.replace(SIGNERS[1], 'signers = ["ops"]'), "V-SUCCESSION"),
    ("a label of another address", lambda text: text.replace('"HW - Operations"', '"HW - Ops"').replace('"HW - Payout"', '"HW - Operations"'),
     "V-UNIQUE"),
    ("a new label", lambda text: text.replace('"HW - Payout"', '"Pay"'), None),
    ("an xpub kept from now on", lambda text: text.replace('signer = "ops"\n', 'signer = "ops"\nxpub = "kept"\n'), None),
    ("a witness whose key is known", lambda text: text.replace('"key"\n', f'"key"\naddress = "0x{"00" * 19}01"\n'), None),
    ("a role of a kept wallet", lambda text: text + SECOND[SECOND.index('[[role]]\nname = "payout"'):SECOND.index('[[role]]\nname = "passing"')]
     .replace("payout", "late").replace("Payout", "Late").replace("0'", "3'"), None)]


# Third ceremonies that `rehearse` refuses whatever came before: what is edited in the plan, and in the manifest, and the check.
FORGED = [
    ("a carried wallet in another tier", lambda text: vault(text, "tier = 1", "tier = 5"), tier, "V-CARRIED"),
    ("a carried wallet typed elsewhere", lambda text: vault(text, 'entry = "device"', 'entry = "host"'), None, "V-CARRIED"),
    ("a witness who is an outside address", lambda text: text + placed("ghost", "Ghost", NOTARY), ghost, "V-WITNESS")]


def variants(gishiki, found):
    """(what, files, check that refuses them) for other third ceremonies after the second of `found`.

    `rehearse` refuses what cannot follow a manifest. So each is rehearsed after a manifest bent to fit, and then made to name the true one:
    its public files, since a device's proof is of the ceremony that the plan names, too."""
    for number, (what, edit, check) in enumerate(VARIANTS):
        good = (found[1].parent / "3.toml").read_text()
        text = told(edit(good), found)
        if text == good:
            raise AssertionError(f"{what}: the plan is not edited")
        plan, before, out = (found[1].parent / f"other-{number}{end}" for end in (".toml", ".before", ""))
        shutil.copytree(found[1], before)
        true, fitting = (before / MANIFEST).read_bytes(), bent((before / MANIFEST).read_bytes(), tomllib.loads(text))
        (before / MANIFEST).write_bytes(fitting)
        plan.write_text(text.replace(sha256(true), sha256(fitting)))
        called(gishiki, "rehearse", plan, "--headless", "--previous", before, "--out", out)
        made = renamed(bundle.read(out), sha256(fitting), sha256(true))
        yield what, public(made), check
    for what, edit, change, check in FORGED:
        yield what, public(replanned(bundle.read(found[2]), edit, change)), check


def public(files):
    return {name: data for name, data in files.items() if name.startswith("public/")}


def told(text, found):
    """The text with the addresses that it names by words, as the second ceremony has them."""
    held = json.loads((found[1] / MANIFEST).read_bytes())
    [safe] = [one["safe"]["address"] for one in held["contracts"]]
    [passing] = [row["address"] for row in held["addresses"] if row["role"] == "passing"]
    return text.replace("TREASURY", safe).replace("PASSING", passing)


def bent(manifest, plan):
    """A manifest that leaves nothing to follow but what a plan retires."""
    held = json.loads(manifest)
    sequence, retired = plan["ceremony"]["sequence"], plan.get("retired", [])
    outside = [{key: it[key] for key in ("address", "label", "name")} for it in retired if it["sequence"] == sequence]
    before = [it for it in retired if it["sequence"] != sequence]
    held = {key: value for key, value in held.items() if key not in ("retired", "succession")}
    held |= dict(addresses=[], contracts=[], policy=[], externals=outside)
    return canonical(held | dict(retired=before) if before else held)


def renamed(files, false, true):
    """A bundle whose plan names another manifest before it, with everything that hangs on the plan made again."""
    files = {name: data if name == PLAN else data.replace(false.encode(), true.encode()) for name, data in files.items()}
    return replanned(files, lambda text: text.replace(false, true))


def replanned(files, edit, change=None):
    """A bundle with its plan edited and its manifest changed, with everything that hangs on them made again."""
    old, new = files[PLAN], edit(files[PLAN].decode()).encode()
    files = {name: data.replace(sha256(old).encode(), sha256(new).encode()) for name, data in files.items()} | {PLAN: new}

    def changed(manifest):
        change(manifest)
        return manifest
    return Forger(files, Plan(new)).forged(MANIFEST, changed) if change else Forger(files, Plan(new)).forged(PLAN, None)
