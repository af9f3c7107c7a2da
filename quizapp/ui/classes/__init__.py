"""A teacher’s classes in the window: who is in them, what they are given, what comes back."""
