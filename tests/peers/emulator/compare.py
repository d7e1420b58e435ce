#!/usr/bin/env python3
"""The same table of messages to the official emulator and to the simulated Trezor; prints what a client sees differ.
WIPES the emulator.

Usage: compare.py GISHIKI PORT [CASE…], with the program, the emulator's UDP port on this machine, and the cases if not all of
them. Exit status 1 where something differs that is not on the list of what must.
"""

import sys
from itertools import zip_longest
from pathlib import Path

from trezorlib import messages
from trezorlib.transport import Timeout

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "trezorlib"))

import table  # noqa: E402
from expected import EXPECTED  # noqa: E402
from figures import EMULATOR  # noqa: E402
from hands import simulator  # noqa: E402
from prepared import prepared  # noqa: E402
from wire import Wire  # noqa: E402

WORDS = EMULATOR["words"]
SHOWN = 60


def seen(wire, case) -> dict[tuple[int, str], list]:
    """What came in a case, by the question that it answers, without what may differ."""
    wire.forget()
    try:
        case(wire)
    except (Timeout, TimeoutError, AssertionError) as error:
        wire.note("nothing", {"because": f"{type(error).__name__}: {error}"})
        wire.again()
    answers: dict[tuple[int, str], list] = {}
    for asked, (kind, said) in zip(wire.asked, wire.lines):
        own = EXPECTED.get(said.get("code", kind) if kind == "Failure" else kind, ())
        answers.setdefault(asked, []).append((kind, {name: said[name] for name in said if name not in own}))
    return answers


def difference(theirs, ours) -> str:
    """Two messages in words, by the fields that differ; empty where none does."""
    (kind, said), (other, told) = theirs, ours
    if kind == other:
        names = [name for name in {**said, **told} if said.get(name) != told.get(name)]
        said, told = ({name: one[name] for name in names if name in one} for one in (said, told))
    return "" if (kind, said) == (other, told) else f"    emulator:  {kind} {said}\n    simulator: {other} {told}"


def differences(case, emulator, simulated) -> tuple[int, list[str]]:
    """How many questions there were, and where the answers differ."""
    theirs, ours = seen(emulator, case), seen(simulated, case)
    found = []
    for asked in {**theirs, **ours}:
        pairs = zip_longest(theirs.get(asked, []), ours.get(asked, []), fillvalue=("nothing", {}))
        apart = [one for pair in pairs if (one := difference(*pair))]
        if apart:
            found.append("\n".join([f"  {asked[1]}", *apart]))
    return len({**theirs, **ours}), found


def compared(cases, emulator, simulated) -> tuple[int, int]:
    total, differ = 0, 0
    for case in cases:
        count, found = differences(case, emulator, simulated)
        print(f"{case.__name__}: {count} questions, {len(found)} differ", flush=True)
        for one in found[:SHOWN]:
            print(one, flush=True)
        total, differ = total + count, differ + len(found)
    return total, differ


def main() -> int:
    if len(sys.argv) < 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    program, port, wanted = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    total, differ = 0, 0
    for cases, pin, keyboard, options in [
        (table.CASES, None, False, []),
        (table.LOCKED, table.PIN, False, ["--pin", table.PIN]),
        (table.KEYBOARD, None, True, ["--passphrase-on-device"]),
    ]:
        cases = [case for case in cases if not wanted or case.__name__ in wanted]
        if not cases:
            continue
        emulator = prepared(port, WORDS, pin, keyboard)
        found = emulator.ask(messages.GetFeatures(), *([("type", pin)] if pin else []))
        with simulator(Path(program).resolve(), WORDS, found.internal_model, *options) as (at, hand):
            simulated = Wire(at, hand)
            if pin:
                for wire in (emulator, simulated):
                    wire.ask(messages.LockDevice())
                    wire.ask(messages.ApplyFlags(flags=0), ("type", pin))
            some, differing = compared(cases, emulator, simulated)
        total, differ = total + some, differ + differing
    version = f"{found.internal_model} {found.major_version}.{found.minor_version}.{found.patch_version}"
    print(f"emulator: {total - differ} passed, {differ} failed ({version})")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
