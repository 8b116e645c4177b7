"""The customer 360: search, file, timeline, trends."""
