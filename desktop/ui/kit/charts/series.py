"""What a chart over weeks shows: marks on lines, lines in bands, bands in two halves."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One share over one week, or over several that are told together."""

    week: int
    """Place of its first week, from 0, the axis' first; it may lie outside the axis."""
    span: int = 1
    value: float | None = None
    """0 to 1; None where there is nothing to draw."""
    count: int | None = None
    """How many answers it rests on; None where counts are not told."""
    hidden: bool = False
    """There was something, too little of it to show."""

    def covers(self, week: int) -> bool:
        """Tell whether `week` is one of its weeks."""
        return self.week <= week < self.week + self.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One series: `ink` is a token, `style` the place of its dash and shape in `strokes.STYLES`."""

    name: str
    ink: str = "accent"
    style: int = 0
    marks: tuple[Mark, ...] = ()

    def at(self, week: int) -> Mark | None:
        """Return the mark over `week`, or None."""
        return next((mark for mark in self.marks if mark.covers(week)), None)

    def last(self, week: int) -> Mark | None:
        """Return the last mark with a value that begins at `week` or before, or None."""
        known = [mark for mark in self.marks if mark.value is not None and mark.week <= week]
        return known[-1] if known else None

    def runs(self) -> Iterator[list[Mark]]:
        """Give the marks with a value in runs of weeks without a gap."""
        run: list[Mark] = []
        for mark in self.marks:
            if run and (mark.value is None or mark.week != run[-1].week + run[-1].span):
                yield run
                run = []
            if mark.value is not None:
                run.append(mark)
        if run:
            yield run


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A small chart of its own: a name, the rule by which its share is taken, one line or several."""

    name: str
    rule: str = ""
    lines: tuple[Line, ...] = ()
    counted: bool = True
    """Whether its marks tell how many answers they rest on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """Two sets of bands over the same weeks; `lag` weeks to the right for the lower one."""

    weeks: tuple[str, ...] = ()
    """A short label for each week, oldest first."""
    lower_weeks: tuple[str, ...] = ()
    """The same for what stands under each when the lower half is slid; empty when it is not."""
    upper: tuple[Band, ...] = ()
    lower: tuple[Band, ...] = ()
    lag: int = 0
    upper_axis: str = ""
    """What the weeks between the halves are: « Semaine du »."""
    lower_axis: str = ""
    """The same for the lower half, where it is slid: by how much."""

    def rows(self) -> tuple["Spot", ...]:
        """Give the first week of every line, from top to bottom."""
        return tuple(
            Spot(half=half, band=place, line=line)
            for half, bands in enumerate((self.upper, self.lower))
            for place, band in enumerate(bands)
            for line in range(len(band.lines))
        )

    def bands(self, half: int) -> tuple[Band, ...]:
        """Return the bands of the upper half (0) or of the lower one (1)."""
        return self.lower if half else self.upper

    def line(self, spot: "Spot") -> Line:
        """Return the line that `spot` is on."""
        return self.bands(spot.half)[spot.band].lines[spot.line]

    def own_week(self, spot: "Spot") -> int:
        """Return the place of the week that is meant in its own half, the lag taken off."""
        return spot.week - (self.lag if spot.half else 0)

    def mark(self, spot: "Spot") -> Mark | None:
        """Return the mark at `spot`, or None."""
        return self.line(spot).at(self.own_week(spot))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where somebody looks: a line of a band of a half, and a place on the axis as it is drawn."""

    half: int = 0
    band: int = 0
    line: int = 0
    week: int = 0
