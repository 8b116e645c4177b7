"""Guides as leads write them."""
