"""Letters: what is handed over on paper, in the language of whoever reads it."""
