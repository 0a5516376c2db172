"""Letters: their words in six languages, and what comes on paper."""
