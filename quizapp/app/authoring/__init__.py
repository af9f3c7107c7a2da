"""Authoring: a bank in the making as a value, what is done to it, and how it outlives a crash."""
