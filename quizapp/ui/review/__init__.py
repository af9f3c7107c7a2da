"""The result of an attempt, and its items beside the article."""
