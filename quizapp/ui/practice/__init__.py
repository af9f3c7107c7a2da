"""Practice that comes back: one question at a time, each beside its own article."""
