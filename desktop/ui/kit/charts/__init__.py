"""Charts painted by ourselves: each says in words, and in a table, what it draws."""

from desktop.ui.kit.charts.trend import Point, TrendChart, TrendTable, summary_of

__all__ = ["Point", "TrendChart", "TrendTable", "summary_of"]
