"""Documents stay true because a test reads them."""
