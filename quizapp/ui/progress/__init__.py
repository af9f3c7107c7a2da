"""How a reader reads over all that they have taken."""
