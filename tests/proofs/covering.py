"""An orthogonal array of strength four: every four columns together show every combination.

Rows are the polynomials of degree under four over the field of 17 elements, read at its 17
points and at infinity (Reed and Solomon's construction): any four values fix one polynomial,
so each four columns run through all 17 ** 4 combinations exactly once. A factor of fewer levels
takes its symbol modulo the number of levels, which keeps every combination.
"""

from collections.abc import Iterator, Sequence
from itertools import product

FIELD = 17
COLUMNS = FIELD + 1
STRENGTH = 4


def four_wise(levels: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield rows of level numbers that cover every combination of every four factors."""
    assert len(levels) <= COLUMNS
    assert max(levels) <= FIELD
    powers = [[point**n % FIELD for n in range(STRENGTH)] for point in range(FIELD)]
    for coefficients in product(range(FIELD), repeat=STRENGTH):
        row = [
            sum(a * b for a, b in zip(coefficients, power, strict=True)) % FIELD for power in powers
        ]
        row.append(coefficients[-1])
        yield tuple(symbol % count for symbol, count in zip(row, levels, strict=False))
