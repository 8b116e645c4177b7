"""The kit: everything that screens are made of, and nothing that knows what they are about."""
