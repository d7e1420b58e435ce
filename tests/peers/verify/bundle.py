"""A ceremony's folder, read whole within the limits of docs/verification.md. Nothing is followed, and nothing but plain files is opened."""

import os
import re
import stat
from pathlib import Path

MOST, LARGEST, TOTAL, DEEPEST = 10_000, 64 * 2**20, 256 * 2**20, 3
NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


class Unusable(Exception):
    """The call or the files could not be used at all: status 2."""


def read(path: Path):
    """name -> bytes of `public/…` and `sealed/…`; whether the sealed part is there follows from the names."""
    if path.name == "manifest.json" and not path.is_dir():
        path = path.parent
        if path.resolve().name == "public":
            return {**folder(path, "public/"), **sealed(path.resolve().parent / "sealed")}
    if not path.is_dir():
        raise Unusable(f"{path} is no folder")
    if (path / "public").is_dir():
        return folder(path, "")
    return folder(path, "public/")


def sealed(path):
    return folder(path, "sealed/") if path.is_dir() else {}


def folder(path, prefix):
    """Everything below a folder, under names that begin with the prefix."""
    found, total, waiting = {}, 0, [(path, prefix)]
    while waiting:
        here, name = waiting.pop()
        for entry in sorted(os.scandir(here), key=lambda entry: entry.name):
            told = name + entry.name
            kind = entry.stat(follow_symlinks=False).st_mode
            if not NAME.fullmatch(entry.name) or told.count("/") >= DEEPEST:
                raise Unusable(f"{ascii(told)} is no name that a ceremony gives")
            if told.count("/") == 0 and told not in ("public", "sealed"):
                raise Unusable(f"{told} is no name that a ceremony gives")
            if stat.S_ISDIR(kind):
                waiting.append((entry.path, told + "/"))
                continue
            if not stat.S_ISREG(kind):
                raise Unusable(f"{told} is a link or a device, not a plain file or folder")
            found[told] = plain(entry.path, told)
            total += len(found[told])
            if len(found) > MOST or total > TOTAL:
                raise Unusable("too many files, or too much in them")
    return found


def plain(path, told="the file"):
    """A file's bytes. It is opened without following a link that came meanwhile."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Unusable(f"{told} is no plain file")
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unusable(f"{told} is larger than 64 MiB")
    return data
