"""Measures of speed, never asserted: machines are noisy. `uv run -m tests.bench [GROUP …]`."""
