"""What a team learns from stepping off a guide: chains of step-offs and how they went."""
