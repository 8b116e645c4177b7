"""Three desktops, one server, and everything that can go wrong between them."""
