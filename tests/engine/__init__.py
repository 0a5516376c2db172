"""The engine on small invented protocols: every concept by example, every law by property."""
