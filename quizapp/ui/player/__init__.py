"""The screen on which a quiz is taken."""
