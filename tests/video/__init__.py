"""Tests with a real Chromium as the customer, against the real gateway."""
