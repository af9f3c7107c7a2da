"""A teacher’s exam in the window: who sits it, and what goes back."""
