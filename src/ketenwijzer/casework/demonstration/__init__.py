"""The demonstration: an invented chain whose people do real deeds in invented cases.

load      fills an empty database: every deed of every story in order of time, up to now
people    who takes part
stage     whose turn it is, at which moment, and what the words of a story mean
deeds     one function per deed that a story can name; those that share are in `sharing`

What happens stands in `protocols/<country>/demonstration/`; this room only performs it, through
the same deeds as the pages, so that every chronology is a real one.
"""
