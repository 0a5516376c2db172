"""Reason ids become sentences: for a lawyer, a worker and the person herself, in nl and en.

answer      `ask`: everything that the engine says of one day, asked once
document    `document`: the answer as JSON, the published contract
tell        `tell`: the answer as an `Account`, sentence by sentence, for one `Reader`
explaining  `explanation`: why a norm stands as it does, why not, what would change it
compare     `compare`, `choices`: what would be different
terminal    `show`: an account in a terminal
page        `page`: an account as one HTML page that loads nothing
chart       `chart`: the life of a case as lanes; `drawing` and `svg` draw it

Only the engine is imported; what is legal, and whom to call, comes from the protocol.
"""
