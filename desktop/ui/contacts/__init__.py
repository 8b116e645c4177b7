"""The contact under way and what was promised: card, incivility, promises, drafts to resume."""

from desktop.ui.kit import labels_contacts, labels_customers

__all__ = ["labels_contacts", "labels_customers"]
"""Imported for the words that they register: every widget of this room names enums by them."""
