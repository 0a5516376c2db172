"""Ketenwijzer tells the legal position of a presumed victim of human trafficking on any day.

Dated events go in; one person's rights, duties, terms and open questions come out, each with its
reasons and its source. The rooms, from the bottom up: `engine` determines (pure, standard library
only), `corpus` reads protocols and cases from files, `telling` turns reasons into Dutch and
English sentences, and `cli` is the door. What comes out is information, never a decision.
"""

__version__ = "0.1.0"

__all__ = ["__version__"]
