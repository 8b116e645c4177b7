"""A disk as it may be found after the power went: only what was synced is sure to be there."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

HEAD = struct.Struct("=IIQQ")
SECTOR = 512


@dataclass(frozen=True)
class Record:
    """One thing that the process did to a file."""

    kind: str
    name: str
    offset: int
    length: int
    data: bytes


def records(journal: Path) -> Iterator[Record]:
    """What the recorder wrote down, in order."""
    content = journal.read_bytes()
    at = 0
    while at < len(content):
        kind, name_length, offset, length = HEAD.unpack_from(content, at)
        at += HEAD.size
        name = content[at : at + name_length].decode()
        at += name_length
        size = length if chr(kind) in "WAR" else 0
        yield Record(chr(kind), name, offset, length, content[at : at + size])
        at += size


@dataclass
class Disk:
    """Files with what is sure of them, and what was asked since."""

    sure: dict[str, bytearray] = field(default_factory=dict)
    asked: dict[str, list[Record]] = field(default_factory=dict)
    acknowledged: list[int] = field(default_factory=list)

    def do(self, record: Record) -> None:
        """Take in what the process did next."""
        match record.kind:
            case "A":
                self.acknowledged += [int(word) for word in record.data.split()]
            case "W" | "T":
                self.asked.setdefault(record.name, []).append(record)
            case "S":
                for one in self.asked.pop(record.name, []):
                    _apply(self.sure.setdefault(record.name, bytearray()), one, len(one.data))
            case "R":
                self._move(self.sure, record)
                self._move(self.asked, record)
            case "U":
                self.sure.pop(record.name, None)
                self.asked.pop(record.name, None)

    def _move(self, files: dict[str, Any], record: Record) -> None:
        moved = files.pop(record.name, None)
        files.pop(record.data.decode(), None)
        if moved is not None:
            files[record.data.decode()] = moved

    def after_a_cut(self, folder: Path, chance: Random) -> None:
        """Write the files as they may be now: each unsynced write is there, torn or not."""
        for name in {*self.sure, *self.asked}:
            content = bytearray(self.sure.get(name, b""))
            for one in self.asked.get(name, []):
                luck = chance.random()
                if luck < 0.4:
                    _apply(content, one, len(one.data))
                elif luck < 0.6 and one.kind == "W":
                    _apply(content, one, chance.randrange(len(one.data) // SECTOR + 1) * SECTOR)
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)


def _apply(content: bytearray, record: Record, size: int) -> None:
    if record.kind == "T":
        del content[record.offset :]
        content.extend(bytes(record.offset - len(content)))
        return
    if len(content) < record.offset:
        content.extend(bytes(record.offset - len(content)))
    content[record.offset : record.offset + size] = record.data[:size]
