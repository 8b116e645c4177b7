"""What each page gives to be exported."""
