"""Tables from elsewhere become customers and contacts: mapping, readers, and the run itself."""
