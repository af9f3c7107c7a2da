"""What a user does: take a quiz, look at the library. No Qt, and nothing is printed here."""
