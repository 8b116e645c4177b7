"""The shared database: its schema, its doors, and what its administrator does."""
