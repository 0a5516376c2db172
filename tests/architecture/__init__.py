"""The house keeps its own rules: sizes, floors, one clock, docstrings, a wheel that runs."""
