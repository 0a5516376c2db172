"""How each kind of entry changes what holds in a case: one function per kind."""
