"""Guides as leads write them: listed, drafted, published as versions, picked, restored, retired."""

from desktop.services.authoring.authoring import Authoring
from desktop.services.authoring.ports import NotAGuide, Shelf

__all__ = ["Authoring", "NotAGuide", "Shelf"]
