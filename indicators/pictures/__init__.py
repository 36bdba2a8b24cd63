"""What is drawn? Decided once as plain data, a `Picture`; charts, slides and decks only translate it."""
