"""The domain: pure values and rules, with no Qt, SQL, clock or randomness."""
