"""The guide that a contact may follow, and stepping off it."""
