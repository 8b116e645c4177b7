"""A video call: what the gateway tells of it, what that comes to, and the facts that remain."""
