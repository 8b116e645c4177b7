"""The contact under way: wrap-up, incivility, promises."""
