"""Screens of leads who write guides."""
