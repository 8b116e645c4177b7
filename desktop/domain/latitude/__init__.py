"""Latitude: the goodwill that an advisor may spend in a day without asking anybody."""
