"""The mirror: customers' effort and the team's well-being, the same weeks, the same weight."""
