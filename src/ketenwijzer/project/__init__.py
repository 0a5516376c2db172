"""The installation: its settings, its addresses, and what it checks before it serves.

environment   what the operator says, read once and checked
settings      every setting, one line and one sentence each
urls          which address leads to which page
checks        what an installation must not do
"""
