"""What step-offs tell who writes guides, and the question to those whose step-off became a part of one."""
