"""What of this machine's work has gone to the shared database, what waits, and what needs a look."""
