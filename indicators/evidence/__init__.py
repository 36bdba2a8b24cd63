"""Evidence: what several figures, from several documents, allow one to say, and what not."""
