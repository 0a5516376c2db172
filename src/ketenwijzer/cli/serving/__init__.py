"""Serving the application on one machine.

place      the folder and the mode, before anything of Django is imported
start      keys, tables, files, the demonstration; then the server
server     two workers that share what was loaded, and one of them that ticks
welcome    the address, and in the demonstration who can sign in as whom
"""
