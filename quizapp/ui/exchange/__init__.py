"""Questions of other programs in the window: brought in, and taken out."""
