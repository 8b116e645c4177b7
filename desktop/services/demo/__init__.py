"""The demonstration: a fictitious company, the same each time, whose days end today."""
