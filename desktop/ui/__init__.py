"""Screens: a room a feature, the shell around them and the kit beneath."""
