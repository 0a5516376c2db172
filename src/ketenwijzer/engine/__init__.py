"""The position engine: dated events and a day go in, one person's legal position comes out.

Pure: no clock, no files, no randomness, no framework; the law is data that `ketenwijzer.corpus`
reads. `view`, `terms`, `outcomes`, `findings`, `duties` and `position` are the interpreter: they
walk the protocol as it is written and are the norm. `timeline`, `outlook` and `explain` ask it
on other days and of other cases; `compiled` gives the same answer faster. Each name stands in a
module of its own, so that whoever needs only the law does not load the interpreter too:

position    `determine(corpus, events, on)`: the position on a day
timeline    `timeline(corpus, events)`: the whole life of a case
            `next_change(corpus, events, on)`: the next day on which it changes by itself
outlook     `questions(corpus, events, on)`: what to ask, the answer that changes most first
explain     `explain(corpus, events, norm, on)`: why, why not, what would change it
receipt     `receipt(corpus, events, on)`: what the answer rests on
case, law   what goes in: `Event`, `Corpus`; `errors`: the ways in which it refuses to answer
"""
