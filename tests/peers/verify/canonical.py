"""The one encoding of manifest, parts, sealed files and contract files: RFC 8785, restricted as docs/manifest.md says.

Nothing is canonicalised: what was read is written again, and the bytes must be the same."""

import json
import re

DEEPEST = 32
STRING, BRACKETS = re.compile(rb'"(?:[^"\\]|\\.)*"'), re.compile(rb"[\[\]{}]")
LARGEST = 2**53 - 1
NAME = set("abcdefghijklmnopqrstuvwxyz0123456789_")


class Malformed(Exception):
    """Bytes or contents that are not in their one form; the text says what and why."""


def read(data: bytes):
    """The contents of a canonical file. Raises Malformed."""
    shallow(data)
    try:
        contents = json.loads(data.decode("ascii"), object_pairs_hook=members, parse_int=number, parse_float=refused,
                              parse_constant=refused)
    except UnicodeDecodeError:
        raise Malformed("a byte beyond ASCII") from None
    except RecursionError:
        raise Malformed("nested too deeply") from None
    except ValueError as error:
        raise Malformed(f"no JSON: {error}") from None
    if write(contents) != data:
        raise Malformed("another encoding of the same contents")
    return contents


def shallow(data: bytes):
    """Refuses deep nesting before a reader that recurses sees it: some versions of Python's crash."""
    depth = 0
    for bracket in BRACKETS.findall(STRING.sub(b"", data)):
        depth += 1 if bracket in b"[{" else -1
        if depth > DEEPEST:
            raise Malformed("nested too deeply")


def members(pairs):
    """An object's members; JSON's readers disagree about a name that stands twice, so none may."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("a member stands twice")
    return found


def number(digits):
    """A whole number, none beyond what every reader of JSON holds exactly."""
    if len(digits) > 16 or not 0 <= int(digits) <= LARGEST:
        raise Malformed(f"the number {digits[:20]} is out of range")
    return int(digits)


def refused(text):
    raise Malformed(f"the number {text[:20]} is not whole")


def write(contents, depth=0) -> bytes:
    """The one encoding of some contents. Raises Malformed where they have none."""
    if depth > DEEPEST:
        raise Malformed("nested too deeply")
    if isinstance(contents, bool):
        return b"true" if contents else b"false"
    if isinstance(contents, int):
        return str(number(str(contents))).encode()
    if isinstance(contents, str):
        return string(contents)
    if isinstance(contents, list):
        return b"[" + b",".join(write(item, depth + 1) for item in contents) + b"]"
    if isinstance(contents, dict):
        pairs = (string(member(name)) + b":" + write(contents[name], depth + 1) for name in sorted(contents))
        return b"{" + b",".join(pairs) + b"}"
    raise Malformed("null stands in it")


def member(name):
    if not name or not set(name) <= NAME:
        raise Malformed(f"a member has the name {ascii(name)[:60]}")
    return name


def string(text) -> bytes:
    if any(not " " <= letter <= "~" for letter in text):
        raise Malformed("a text holds what is not printable ASCII")
    return b'"' + text.replace("\\", "\\\\").replace('"', '\\"').encode() + b'"'
