"""A plan, read as docs/plan.md has it, and what follows from it alone: who holds which wallet, which addresses there shall be.

The keys and the forms of values are held to; the lints of docs/lints.md are Gishiki's, and not made here."""

import hashlib
import re
import tomllib
from dataclasses import dataclass, field
from functools import cached_property

import forms
from canonical import Malformed
from forms import address, digest, either, flag, identity, label, member, members, name, number, one_of, several, wallet, word

LARGEST = 8 * 2**20
TESTNETS = {17000, 560048, 11155111}
CHAINS = {1, 10, 100, 8453, 42161} | TESTNETS
KINDS = ("slip39-20", "slip39-33", "bip39-12", "bip39-24")
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
HEADER = re.compile(rb"^[ \t]*\[\[[ \t]*(role|range)[ \t]*\]\]", re.MULTILINE)

within = forms.pattern("wallet of a custodian", "[a-z0-9-]{1,16}/[A-Za-z0-9]{1,24}")
template = forms.pattern("name", "[a-z0-9{}-]{1,48}")
pattern = forms.pattern("label", "[!-~]([ -~]{0,70}[!-~])?")
short = forms.pattern("path", f"{forms.NUMBER}'/[01]/{forms.NUMBER}")
nonce = forms.pattern("salt nonce", "0|[1-9][0-9]{0,77}|0x[0-9a-fA-F]{1,64}")
amount = forms.pattern("amount", r"(0|[1-9][0-9]*)(\.[0-9]+)?")
place = either(address, one_of("TBD"))
owner = either(name, one_of("none"))

recipients = several(members(to=name, share=number), 2)
safe_state = members(owners=several(name, 1), threshold=number)
split_state = members(owner=owner, incentive=number, recipient=recipients)

TABLES = dict(
    custodian=members(name=member),
    seed=members(name=name, custodian=member, kind=one_of(*KINDS), check_backup_=flag, may_move_to_ledger=flag),
    wallet=members(name=wallet, custodian=member, seed=name, tier=one_of(*range(1, 10)), entry=one_of("device", "host"),
                   identity_=identity, xpub_=one_of("kept"), signer=name),
    account=members(wallet=within, number=number, name=label),
    role=members(name=name, label=label, wallet=within, path=short, address_=address, confirmed_=number),
    range=members(name=template, label=pattern, wallet=within, clusters=number, operators=number, first_account=number,
                  first_index=number, account_name_=pattern,
               carried_=several(members(confirmed=number, addresses=several(address, 1)))),
    external=members(name=name, label=label, address=place),
    safe=members(name=name, label=label, owners=several(name, 1), threshold=number, version=one_of("1.3.0", "1.4.1", "1.5.0"),
                 preset=one_of("ui", "plain"), deployment_=one_of("canonical", "eip155"),
                 singleton_=either(one_of("l1", "l2"), address), fallback_handler_=either(one_of("default", "none"), address),
                 method_=forms.text, salt_nonce=nonce, chains=several(one_of(*CHAINS), 1), now_=safe_state, next_=safe_state),
    split=members(name=name, label=label, kind=one_of("push", "pull"), version=one_of("1", "2.0", "2.1", "2.2"), owner=owner,
                  salt=either(one_of("none", "derived"), word), pays_=several(forms.text), incentive=number,
                  chains=several(one_of(*CHAINS), 1), recipient=recipients, now_=split_state, next_=split_state),
    amount=members(name=name, value=amount, decimals_=number),
    batch=members(name=name, label=label, safe=name, call=several(members(pay_=name, amount_=name, distribute_=name, token_=name), 1)),
    retired=members(name=name, label=label, address=address, sequence=number, reason=forms.text),
    witness=members(name=name, signs=one_of("key", "paper"), address_=address),
    accept=members(lint=forms.text, reason=lambda text: None),
)
FORM = members(
    format=one_of("gishiki-plan-v1"),
    ceremony=members(id=name, organisation=forms.organisation, chain_id=one_of(*CHAINS), sequence=number,
                     previous=either(digest, one_of("none"))),
    manifest=members(signers=several(name, 1), succession_=number),
    **{f"{table}_": several(form) for table, form in TABLES.items()})


@dataclass
class Role:
    """An address that there shall be; `account_name` is its range's, `confirmed` the sequence of the ceremony that it is from."""
    name: str
    label: str
    wallet: str
    path: str
    address: str | None = None
    account_name: str = ""
    confirmed: int | None = None

    @property
    def account(self):
        return self.path.rsplit("/", 2)[0]


@dataclass
class Wallet:
    """A passphrase wallet; `id` is `custodian/name`, by which roles name it."""
    member: str
    name: str
    seed: str
    tier: int
    entry: str
    identity: str | None
    signer: str
    kept: bool = False
    roles: list = field(default_factory=list)

    @property
    def id(self):
        return f"{self.member}/{self.name}"

    @property
    def entries(self):
        return 1 if self.identity else 2

    @property
    def shown(self):
        """The roles that this ceremony shows: none where nothing is new, else what is new, the first one and the signer's."""
        if all(role.confirmed for role in self.roles):
            return []
        return [role for n, role in enumerate(self.roles) if not (role.confirmed and n and role.name != self.signer)]

    @property
    def carried(self):
        shown = {role.name for role in self.shown}
        return [role for role in self.roles if role.name not in shown]


class Plan:
    """What a plan's bytes say. Raises Malformed where they say nothing that can be used."""

    def __init__(self, data: bytes):
        self.sha256 = hashlib.sha256(data).hexdigest()
        self.toml = parsed(data)
        FORM(self.toml)
        self.ceremony, self.signers = self.toml["ceremony"], self.toml["manifest"]["signers"]
        self.custodians = [custodian["name"] for custodian in self.table("custodian")]
        self.wallets = [Wallet(w["custodian"], w["name"], w["seed"], w["tier"], w["entry"], w.get("identity"), w["signer"], "xpub" in w)
                        for w in self.table("wallet")]
        self.roles = {}
        self.place(ordered(data, self.toml))
        self.refer()
        self.follow()

    def table(self, name):
        return self.toml.get(name, [])

    def place(self, roles):
        """Puts the roles into their wallets, in the plan's order."""
        wallets = {wallet.id: wallet for wallet in self.wallets}
        for role in roles:
            forms.name(role.name), forms.label(role.label), forms.path(role.path)
            if role.name in self.roles or role.wallet not in wallets:
                raise Malformed(f"{role.name} stands twice, or in a wallet that there is not")
            self.roles[role.name] = role
            wallets[role.wallet].roles.append(role)
        if len({wallet.id.lower() for wallet in self.wallets}) != len(self.wallets) or not all(w.roles for w in self.wallets):
            raise Malformed("a wallet stands twice, or without a role")

    def refer(self):
        """Every name that the ceremony needs refers to what it must."""
        for wallet in self.wallets:
            if wallet.member not in self.custodians or wallet.signer not in (role.name for role in wallet.roles):
                raise Malformed(f"{wallet.id} has no custodian, or a signer elsewhere")
            if not any(s["name"] == wallet.seed and s["custodian"] == wallet.member for s in self.table("seed")):
                raise Malformed(f"{wallet.id} lies on no seed of its custodian")
        for signer in self.signers:
            if signer not in self.roles:
                raise Malformed(f"the signer {signer} is no role")
        if (self.ceremony["sequence"] == 1) != (self.ceremony["previous"] == "none") or not self.ceremony["sequence"]:
            raise Malformed("sequence and previous do not go together")

    def follow(self):
        """What is carried and retired is of earlier ceremonies, and told as far as it must be."""
        sequence = self.ceremony["sequence"]
        for role in (role for role in self.roles.values() if role.confirmed is not None):
            if not 0 < role.confirmed < sequence or not role.address or not self.wallet_of(role.name).identity:
                raise Malformed(f"{role.name} cannot be carried: no earlier ceremony, no address, or a wallet without identity")
        if any(not 1 < one["sequence"] <= sequence for one in self.table("retired")):
            raise Malformed("something is retired by no ceremony that there was")
        witnesses = self.table("witness")
        if len({one["name"] for one in witnesses}) != len(witnesses) or any(w["signs"] == "paper" and "address" in w for w in witnesses):
            raise Malformed("a witness stands twice, or has an address on paper")
        if not 0 < self.toml["manifest"].get("succession", 1) <= len(self.signers):
            raise Malformed("the succession asks for none, or for more than there are")

    @cached_property
    def members(self):
        """Who has a part in this ceremony: whoever opens a wallet."""
        return [member for member in self.custodians if self.opened(member)]

    @cached_property
    def carried(self):
        """(sequence, member) of each earlier part that something comes from -> its wallets with the roles from there."""
        found = {}
        for member in self.custodians:
            for wallet in (wallet for wallet in self.wallets if wallet.member == member):
                for role in wallet.carried:
                    found.setdefault((role.confirmed, member), {}).setdefault(wallet.name, []).append(role)
        return dict(sorted(found.items(), key=lambda one: one[0][0]))

    @cached_property
    def by_id(self):
        return {wallet.id: wallet for wallet in self.wallets}

    def wallet_of(self, role):
        return self.by_id[self.roles[role].wallet]

    def opened(self, member):
        """The wallets that a member opens, in the plan's order."""
        return [wallet for wallet in self.wallets if wallet.member == member and wallet.shown]

    def accounts(self, wallet):
        """(path, name) of the accounts that its shown roles lie in, in the order in which they name them first."""
        names = {(a["wallet"], f"m/44'/60'/{a['number']}'"): a["name"] for a in self.table("account")}
        found = {}
        for role in wallet.shown:
            found.setdefault(role.account, names.get((wallet.id, role.account), ""))
        for role in wallet.roles:
            if role.account_name and role.account in found:
                found[role.account] = role.account_name
        return list(found.items())

    def heading(self, rehearsal):
        """The object `ceremony` of every file."""
        told = self.ceremony
        return {"chain_id": told["chain_id"], "id": told["id"], "organisation": told["organisation"], "plan_sha256": self.sha256,
                "previous": told["previous"], "rehearsal": rehearsal, "sequence": told["sequence"],
                "testnet": told["chain_id"] in TESTNETS}

    def kind(self, member):
        """(kind, number) of the member's test seed in a rehearsal."""
        counted = {}
        for seed in self.table("seed"):
            counted[seed["kind"]] = counted.get(seed["kind"], 0) + 1
            if seed["custodian"] == member:
                return seed["kind"], counted[seed["kind"]]
        raise Malformed(f"{member} has no seed")


def parsed(data):
    """The tables of a plan's text."""
    if len(data) > LARGEST:
        raise Malformed("it is larger than 8 MiB")
    try:
        text = data.decode()
        if found := INVISIBLE.search(text.replace("\r\n", "\n")):
            raise Malformed(f"the invisible character {found[0]!a} stands in it")
        return tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise Malformed(f"it cannot be read: {ascii(str(error))[:200]}") from None


def ordered(data, toml):
    """The roles, those of ranges too, by where their tables stand in the file. TOML keeps the order of each kind only, so the
    headers are looked for, and must be found as often as there are tables."""
    found = [header.decode() for header in HEADER.findall(data)]
    waiting = {"role": iter(toml.get("role", [])), "range": iter(toml.get("range", []))}
    if any(found.count(kind) != len(toml.get(kind, [])) for kind in waiting):
        raise Malformed("the order of its roles and ranges cannot be told")
    for kind in found:
        table = next(waiting[kind])
        if kind == "range":
            yield from expanded(table)
        else:
            yield Role(table["name"], table["label"], table["wallet"], f"m/44'/60'/{table['path']}", table.get("address"),
                       confirmed=table.get("confirmed"))


def expanded(many):
    """The roles of a range, clusters outside and operators inside."""
    if not (1 <= many["clusters"] <= 1000 and 1 <= many["operators"] <= 1000 and many["clusters"] * many["operators"] <= 1000):
        raise Malformed(f"the range {many['name']} has none or too many")
    known = [(address, table["confirmed"]) for table in many.get("carried", []) for address in table["addresses"]]
    if len(known) > many["clusters"] * many["operators"]:
        raise Malformed(f"the range {many['name']} carries more than it has")
    known = iter(known)
    for cluster in range(many["clusters"]):
        for operator in range(many["operators"]):
            def filled(text):
                return text.replace("{cluster}", str(cluster + 1)).replace("{operator}", str(operator + 1))
            path = f"m/44'/60'/{many['first_account'] + cluster}'/0/{many['first_index'] + operator}"
            address, confirmed = next(known, (None, None))
            account = filled(many.get("account_name", ""))
            yield Role(filled(many["name"]), filled(many["label"]), many["wallet"], path, address, account, confirmed)
