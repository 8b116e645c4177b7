"""Thanks and stories on screen: a merci saved by key, a story proposed, published, read."""
