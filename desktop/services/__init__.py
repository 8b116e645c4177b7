"""Use cases: one module a feature, each verb awaitable, no Qt."""
