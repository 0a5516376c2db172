"""What is filled in once she has a letter: which, in which language, and how she got it."""

from django import forms

from ...casework.actions.letter import WAYS
from .parts import choice_field, words


class HandedOver(forms.Form):
    """How she got the letter."""

    way = choice_field("letters.way", words("letters.ways", WAYS))
