"""The window around the features: rail, bars, palette, sign-in."""
