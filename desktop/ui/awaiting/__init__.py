"""Saying that one waits for the customer of a contact, and that they answered."""
