"""The web application that owns invitation, consent, control messages and the log of each call."""
