"""One file per deed: each takes an opened case and a command, refuses or records.

Every deed goes the same way: the access decision was made when the case was opened, the deed
checks what it must, appends to the chronology, and the rows of the case follow in the same
transaction. Pages and machines call the same deeds.
"""
