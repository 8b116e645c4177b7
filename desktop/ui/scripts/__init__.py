"""Guides: a page of what one may say, and the way off it in two keystrokes."""

from desktop.ui.kit import labels_contacts

__all__ = ["labels_contacts"]
