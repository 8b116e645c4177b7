"""The mirror: customers' effort and the team's well-being over the same weeks; the estimate gap."""
