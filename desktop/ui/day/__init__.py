"""My day: today’s contacts, promises, estimates beside answers, thanks."""
