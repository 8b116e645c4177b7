"""The editor of a guide."""
