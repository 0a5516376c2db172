"""Rows on their way into a database."""

# Per table the columns, and the rows in the order of the columns.
Rows = dict[str, tuple[tuple[str, ...], list[tuple[object, ...]]]]
