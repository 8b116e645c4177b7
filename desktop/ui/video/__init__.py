"""Video from a contact: beginning, sending, what the customer has done, rings, photos."""

from desktop.ui.kit import labels_video

__all__ = ["labels_video"]
"""Imported for the words that it registers: every widget of this room names enums by them."""
