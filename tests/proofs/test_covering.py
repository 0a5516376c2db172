"""The array really covers every combination of every four factors."""

from itertools import combinations

from .covering import STRENGTH, four_wise
from .lives import levels


def test_every_four_factors_show_every_combination():
    counts = levels()
    rows = list(four_wise(counts))
    for columns in list(combinations(range(len(counts)), STRENGTH))[::97]:
        seen = {tuple(row[column] for column in columns) for row in rows}
        size = 1
        for column in columns:
            size *= counts[column]
        assert len(seen) == size
