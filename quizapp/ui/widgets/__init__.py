"""The painted parts that the screens are made of."""
