"""Check-ins: the advisor gives them, the lead answers those shared by name."""
