"""A history of four ceremonies that grows out of `ceremonies/solo.toml`: the plans are what
`gishiki plan extend` writes, with a team's edits. In the fourth nothing is new, and nobody has a part."""

import subprocess
from pathlib import Path

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
RETIRED = '\n[[retired]]\nname = "{}"\nlabel = "{}"\naddress = "{}"\nsequence = 3\nreason = "no more in use"\n'


def made(gishiki, first, plan, folder: Path):
    """The folders of the four ceremonies; `first` is the first one's, of `plan`."""
    def called(*arguments):
        subprocess.run([gishiki, *arguments], check=True, capture_output=True)
    found, text = [Path(first)], plan
    for number, edit in ((2, second), (3, third), (4, str)):
        written, told, out = folder / f"{number}.extended.toml", folder / f"{number}.toml", folder / str(number)
        more = ("--previous", found[-2] / "public/manifest.json") if number > 2 else ()
        more += ("--clusters", "ssv-{cluster}-{operator}=2") if number == 3 else ()
        called("plan", "extend", found[-1], "--plan", text, "--rehearsal", *more, "--out", written)
        told.write_text(edit(written.read_text()))
        called("rehearse", told, "--headless", "--previous", found[-1], "--out", out)
        found, text = [*found, out], told
    return found


def second(text):
    """A member, two wallets, a range and witnesses join."""
    return text.replace(*SIGNERS) + SECOND


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
