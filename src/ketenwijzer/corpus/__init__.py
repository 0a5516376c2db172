"""Reads what people write, strictly: protocol, calendar and case files become engine values.

A file that cannot be read with certainty is refused with its line and the mend; nothing is
guessed. Each name stands in a module of its own, so that whoever needs only the compiled corpus
does not load the readers too:

load        `read_corpus`, `load_corpus`: the law of a country, from its files or from the cache
cache       `fetch_corpus`: the law of a country as it is kept compiled, and no reader with it
cases       `read_outline`, `read_case`, `read_event`: who the person is and what happened
errors      `InputError`: file, line, what is wrong and how to mend it, in both languages
lint        `lint`: what is wrong with a body of protocols that can be read all the same
show        `show`: the consolidated text of a norm or a layer on a day
compare     `diff`: what changed between two versions of a layer
schema      `protocol_schema`, `case_schema`: the same strictness for whoever writes in an editor
home        `protocols_home`, `countries`, `source_hash`: where the files are
"""
