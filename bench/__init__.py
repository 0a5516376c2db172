"""Measures the engine against others on the same rules and cases: `make bench`, `python -m bench`.

    eleven/     eleven rules as a small protocol in our own language
    bare        the same rules as one plain Python function, written by hand
    zen         the same rules as a decision graph with tables, for zen-engine
    openfisca   the same rules as variables of a person, for OpenFisca-core
    ours        the compiled back-end and the interpreter

All must give the same answers before anything is timed; timing never decides a test.
"""
