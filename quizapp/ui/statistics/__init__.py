"""The place where a class is looked at: its items, and what it found that is not there."""
