"""One key to video: calls that the application asks a gateway for, and that gateway itself."""
