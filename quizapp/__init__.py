"""Quizapp teaches people to read the news by asking how each claim stands in an article."""

__version__ = "0.1.0"
