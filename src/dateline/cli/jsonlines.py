"""JSON Lines in and out: one object a line, faults named by line, UTF-8 whatever the terminal is set to."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from dateline.errors import DatelineError, UnreadableInput

Record = dict[str, Any]
STANDARD_INPUT = "-"
BOM = b"\xef\xbb\xbf"


def records(path: str, shape: type[msgspec.Struct], on_refused: Callable[[UnreadableInput], None]) -> Iterator[Record]:
    """The objects of a file, or of standard input for `-`; a line that has not the `shape` is refused by its number."""
    name = "standard input" if path == STANDARD_INPUT else path
    try:
        stream = sys.stdin.buffer if path == STANDARD_INPUT else Path(path).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise DatelineError(
            f"{path}: cannot be opened ({error.strerror}); give a JSON Lines file, or - for standard input"
        ) from error
    with stream:
        yield from _records(stream, name, shape, on_refused)


def _records(
    stream: BinaryIO, name: str, shape: type[msgspec.Struct], on_refused: Callable[[UnreadableInput], None]
) -> Iterator[Record]:
    decoder = msgspec.json.Decoder()
    empty = True
    for number, given in enumerate(stream, 1):
        line = given.removeprefix(BOM) if number == 1 else given
        if not line.strip():
            continue
        empty = False
        try:
            record = decoder.decode(line)
            msgspec.convert(record, shape)
        except msgspec.ValidationError as error:
            on_refused(UnreadableInput(f"{name}, line {number}", str(error)))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            on_refused(UnreadableInput(f"{name}, line {number}", f"{error}; one JSON object a line is wanted"))
        else:
            yield record
    if empty:
        on_refused(UnreadableInput(name, "holds no records; one JSON object a line is wanted"))


def write(objects: Iterable[Record]) -> None:
    """Writes one object a line to standard output, each at once: who reads it may wait for it before asking on."""
    encoder = msgspec.json.Encoder()
    output = sys.stdout.buffer
    for record in objects:
        output.write(encoder.encode(record) + b"\n")
        output.flush()
