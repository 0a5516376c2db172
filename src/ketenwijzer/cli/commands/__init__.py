"""One file per command; each has a `run` that takes what was asked and the desk."""
