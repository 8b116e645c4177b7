"""Charts in their states: halves face to face, slid, a band seen large, differences, pairs."""

from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.charts.distribution import Distribution, Reference
from desktop.ui.kit.charts.distribution_chart import DistributionChart
from desktop.ui.kit.charts.facing_chart import FacingChart
from desktop.ui.kit.charts.pairs import Pair
from desktop.ui.kit.charts.pairs_chart import PairsChart
from desktop.ui.kit.charts.series import Band, Halves, Line, Mark, Spot
from desktop.ui.kit.charts.weeks_chart import WeeksChart

LABELS = ("5 oct.", "12 oct.", "19 oct.", "26 oct.", "2 nov.", "9 nov.", "16 nov.")
SHARES = (0.62, 0.58, None, 0.44, 0.4, 0.55, 0.68)
REFERENCES = (Reference(points=14, name="en moyenne"), Reference(points=37, name="banques"))


def line(name: str, ink: str, style: int = 0, lift: float = 0.0) -> Line:
    """A line with a week of which too little is known."""
    marks = tuple(
        Mark(
            week=week,
            value=None if share is None else share + lift,
            count=21 + 7 * week,
            hidden=share is None,
        )
        for week, share in enumerate(SHARES)
    )
    return Line(name=name, ink=ink, style=style, marks=marks)


STANDARDS = Band(
    name="Délais tenus",
    rule="pris dans le délai du canal",
    lines=(
        line("Téléphone", "accent"),
        line("E-mail", "info", 1, 0.1),
        line("Courrier", "warning", 2, 0.24),
        line("Messagerie", "text2", 3, -0.2),
    ),
)
EFFORT = Band(name="Effort", rule="effort : 1 à 3 sur 7", lines=(line("Effort", "warning"),))
MERGED = (
    Mark(week=-2, value=0.6),
    Mark(week=-1, value=0.7),
    Mark(week=0, span=2, value=0.7),
    Mark(week=2, value=0.5),
    Mark(week=3, hidden=True),
    Mark(week=4, span=3, value=0.4),
)
MOOD = Band(
    name="Humeur",
    rule="4 et 5 sur 5",
    lines=(Line(name="Humeur", ink="success", marks=MERGED),),
    counted=False,
)


def facing() -> QWidget:
    """Halves as they are, and slid by two weeks with a point that is looked at."""
    straight = FacingChart("Miroir", lambda _spot: "")
    straight.set_halves(
        Halves(
            weeks=LABELS, upper=(EFFORT, STANDARDS), lower=(MOOD, MOOD), upper_axis="Semaine du"
        ),
        "",
    )
    slid = FacingChart("Miroir, décalé", lambda _spot: "")
    slid.set_halves(
        Halves(
            weeks=LABELS,
            lower_weeks=("21 sept.", "28 sept.", *LABELS[:5]),
            upper=(EFFORT,),
            lower=(MOOD,),
            lag=2,
            upper_axis="Clients, semaine du",
            lower_axis="Équipe, 2 sem. plus tôt",
        ),
        "",
    )
    slid.look_at(Spot(half=1, band=0, week=4))
    slid.setFixedHeight(150)
    holder = boxes.holder(boxes.column(straight, slid))
    holder.setFixedSize(760, 400)
    return holder


def gaps() -> QWidget:
    """A distribution beside its scale, pairs, and one band seen large."""
    bars = DistributionChart("Écart", lambda _place: "")
    bars.set_distribution(
        Distribution(
            counts=(0, 2, 9, 31, 86, 54, 22, 7, 1),
            points=16,
            name="l’équipe",
            captions=("← meilleure", "vu juste", "moins bonne →"),
            references=REFERENCES,
        ),
        "",
    )
    pairs = PairsChart("Paires", lambda _place: "")
    pairs.set_pairs(
        tuple(
            Pair(week=LABELS[place // 4], expected=1 + place * 3 % 5, answered=1 + place * 2 % 5)
            for place in range(18)
        ),
        "",
    )
    pairs.look_at(7)
    large = WeeksChart("Délais tenus", lambda _spot: "")
    large.set_band(STANDARDS, LABELS, "")
    for chart in (bars, pairs):
        chart.setFixedHeight(220)
    large.setFixedHeight(260)
    holder = boxes.holder(boxes.column(bars, pairs, large))
    holder.setFixedWidth(720)
    return holder
