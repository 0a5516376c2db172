"""The human door: pages in Dutch and English, without a rule of its own.

urls        which address leads to which view
views/      open, parse, act, answer
forms       what can be typed, and what is wrong with it
words/      every word on a page, in both languages, side by side
"""
