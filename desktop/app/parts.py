"""The features that join a desk by themselves, in the order in which they are made."""

from desktop.app.care import CarePart
from desktop.app.due_dates import DueDatesPart
from desktop.app.exporting import ExportingPart
from desktop.app.guides import GuidesPart
from desktop.app.latitude import LatitudePart
from desktop.app.learning import LearningPart
from desktop.app.mirror import MirrorPart
from desktop.app.part import Part
from desktop.app.stories import StoriesPart

PARTS: tuple[type[Part], ...] = (
    CarePart,
    DueDatesPart,
    StoriesPart,
    GuidesPart,
    LatitudePart,
    LearningPart,
    MirrorPart,
    ExportingPart,
)
