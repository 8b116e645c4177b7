"""The editor of a guide: outline, form, map, and the advisor's own page beside them."""
