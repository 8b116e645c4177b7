"""Guides as leads write them: versions, drafts, what is wrong with one, what changed."""
