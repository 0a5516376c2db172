"""What a page shows of an opened case, as values in one language; nothing that a decision denies.

header     what stays on top of every page of a case
now        rights, terms, duties, questions
entries    the chronology as sentences, and the drawing
involved   who takes part, who looked, and why one may see what
supposed   what would change if something happened
then       the lines of a worklist as they were
"""
