"""The forms of texts in docs/manifest.md and docs/plan.md. Each takes a value and raises Malformed where it has another form."""

import datetime
import re
from functools import cache

import curve
from canonical import Malformed

ZERO = "0x" + "0" * 40
LARGEST = 2**256 - 1


def pattern(name, expression, accept=lambda text: True):
    """The form of texts that match a regular expression as a whole, and whatever else it takes."""
    compiled = re.compile(expression)

    def form(value):
        if not isinstance(value, str) or not compiled.fullmatch(value) or not accept(value):
            raise Malformed(f"{ascii(value)[:80]} is no {name}")
    return form


@cache
def has_checksum(text):
    return curve.checksummed(bytes.fromhex(text[2:])) == text


@cache
def is_key(text):
    try:
        return bool(curve.point(bytes.fromhex(text)))
    except curve.Wrong:
        return False


@cache
def is_xpub(text):
    try:
        xpub = curve.Xpub(text)
    except curve.Wrong:
        return False
    return xpub.depth == 3 and xpub.number >= curve.HARDENED


def is_time(text):
    """A date and a time of day that there is; 60 seconds are a leap second."""
    try:
        return bool(datetime.datetime.strptime(text.replace(":60Z", ":59Z"), "%Y-%m-%dT%H:%M:%SZ"))
    except ValueError:
        return False


NUMBER = "(0|[1-9][0-9]{0,9})"


def within(*limits):
    """Whether the numbers in a path stay below these."""
    return lambda path: all(int(n) <= most for n, most in zip(re.findall(r"[0-9]+", path), (44, 60, *limits)))


text = pattern("text", "[ -~]*")
label = pattern("label", "[!-~]([ -~]{0,46}[!-~])?")
name = pattern("name", "[a-z0-9-]{1,32}", lambda text: text != "none")
member = pattern("member", "[a-z0-9-]{1,16}", lambda text: text not in ("team", "manifest"))
wallet = pattern("wallet", "[A-Za-z0-9]{1,24}")
organisation = pattern("organisation", "[!-~]([ -~]{0,30}[!-~])?", lambda text: ";" not in text)
digest = pattern("SHA-256", "[0-9a-f]{64}")
address = pattern("address with its checksum", "0x[0-9a-fA-F]{40}", has_checksum)
path = pattern("path of an address", f"m/44'/60'/{NUMBER}'/[01]/{NUMBER}", within(100, 1, 1_000_000))
account = pattern("path of an account", f"m/44'/60'/{NUMBER}'", within(100))
identity = pattern("identity", "0[23][0-9a-f]{64}", is_key)
xpub = pattern("xpub", "[1-9A-HJ-NP-Za-km-z]{100,120}", is_xpub)
data = pattern("data", "0x([0-9a-f]{2})*")
word = pattern("32 bytes", "0x[0-9a-f]{64}")
decimal = pattern("decimal", "0|[1-9][0-9]{0,77}", lambda text: int(text) <= LARGEST)
time = pattern("time", r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}Z", is_time)
signature = pattern("signature", "0x[0-9a-f]{128}1[bc]", lambda text: 0 < int(text[66:130], 16) <= curve.N // 2)


def number(value):
    if isinstance(value, bool) or not isinstance(value, int):
        raise Malformed(f"{ascii(value)[:80]} is no number")


def flag(value):
    if not isinstance(value, bool):
        raise Malformed(f"{ascii(value)[:80]} is neither true nor false")


def marked(value):
    """`true`: a mark that is absent elsewhere."""
    if value is not True:
        raise Malformed(f"{ascii(value)[:80]} is not true")


def one_of(*values):
    def form(value):
        if isinstance(value, bool) or value not in values:
            raise Malformed(f"{ascii(value)[:80]} is none of {', '.join(map(str, values))}")
    return form


def either(*forms):
    """What has at least one of these forms."""
    def form(value):
        for number, one in enumerate(forms):
            try:
                return one(value)
            except Malformed:
                if number + 1 == len(forms):
                    raise
    return form


def several(item, least=0):
    """A list of at least so many."""
    def form(value):
        if not isinstance(value, list) or len(value) < least:
            raise Malformed(f"{ascii(value)[:60]} is no list of at least {least}")
        for one in value:
            item(one)
    return form


def texts(value):
    """An object of texts by name, as a device's details."""
    if not isinstance(value, dict):
        raise Malformed("the details are no object")
    for one in value.values():
        text(one)


def members(**forms):
    """An object with exactly these members; a name that ends in `_` here may be absent there."""
    wanted = {key.rstrip("_"): form for key, form in forms.items()}
    required = {key for key in forms if not key.endswith("_")}

    def form(value):
        if not isinstance(value, dict):
            raise Malformed(f"{ascii(value)[:60]} is no object")
        if unknown := set(value) - set(wanted):
            raise Malformed(f"the member {sorted(unknown)[0][:60]} does not belong there")
        if missing := required - set(value):
            raise Malformed(f"the member {sorted(missing)[0]} is missing")
        for key, held in value.items():
            wanted[key](held)
    return form
