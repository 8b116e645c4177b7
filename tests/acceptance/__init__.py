"""The acceptance list: each item is a real complaint about a system that people trusted."""
