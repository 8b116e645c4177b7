"""Vis-à-Vis, a desktop client for customer advisors."""

__version__ = "0.1.0"
