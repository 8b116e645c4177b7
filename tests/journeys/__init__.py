"""The whole application through its keys, one file a promise."""
