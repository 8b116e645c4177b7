"""Where the map of a guide's branches has its steps and ways: steps in one column, ways in lanes."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.authoring import ways
from desktop.domain.scripts import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One step; its place, from 0, is its row."""

    id: str
    title: str
    law: bool
    reached: bool
    end: bool
    """One may end here: a way leads nowhere further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """All ways from one step to another, as one line."""

    origin: int
    target: int
    labels: tuple[str, ...]
    """Words of the reactions that take it; "" is simply going on."""
    lane: int
    """0: straight down to the next row; else the how-manieth lane, right for a way down, left for a way up."""

    @property
    def downward(self) -> bool:
        """Whether it leads further down the guide."""
        return self.target > self.origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole map."""

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def right(self) -> int:
        """How many lanes there are at the right."""
        return max((one.lane for one in self.links if one.downward), default=0)

    @property
    def left(self) -> int:
        """How many lanes there are at the left."""
        return max((one.lane for one in self.links if not one.downward), default=0)


def plan(script: Script) -> Plan:
    """The map of a guide, complete or not."""
    lost = set(ways.unreachable(script))
    rows = {step.id: place for place, step in enumerate(script.steps)}
    found: dict[tuple[int, int], list[str]] = {}
    for way in ways.ways(script):
        found.setdefault((rows[way.origin], rows[way.target]), []).append(way.label)
    down = [pair for pair in found if pair[1] > pair[0] + 1]
    up = [pair for pair in found if pair[1] <= pair[0]]
    lanes = {**_lanes(down), **_lanes(up)}
    nodes = tuple(
        Node(
            id=step.id,
            title=step.title,
            law=step.law is not None,
            reached=step.id not in lost,
            end=ways.is_end(script, step),
        )
        for step in script.steps
    )
    links = tuple(
        Link(origin=a, target=b, labels=tuple(labels), lane=lanes.get((a, b), 0))
        for (a, b), labels in found.items()
    )
    return Plan(nodes=nodes, links=links)


def _lanes(pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """The nearest free lane for each, short ways first: no two lie on one another."""
    found: dict[tuple[int, int], int] = {}
    for pair in sorted(pairs, key=lambda one: (abs(one[1] - one[0]), one)):
        low, high = sorted(pair)
        lane = 1
        while any(
            taken == lane and low < max(other) and min(other) < high
            for other, taken in found.items()
        ):
            lane += 1
        found[pair] = lane
    return found
