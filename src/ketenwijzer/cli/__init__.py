"""The terminal door: the command `ketenwijzer`, in Dutch and English.

main        one call from beginning to end, and what it ends with
usage       which commands there are and what may stand behind them
desk        what every command needs: the language, the screen, the case
commands/   one file per command
refusals    what is said when something that was typed cannot be
files       where pages and pictures are written, and what is never overwritten

It has no rule of its own: the law is asked of the engine, the sentences of telling.
"""
