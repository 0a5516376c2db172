"""The demonstration: an invented chain whose people do real deeds in invented cases.

load    fills an empty database with the chain, as it would stand today
play    every deed of every story, in order of time
deeds   one function per deed that a story can name
people  who takes part

What happens stands in `protocols/<country>/demonstration/`; this room only performs it, through
the same deeds as the pages, so that every chronology is a real one.
"""
