"""Carries facts to the shared database and brings others' back."""
