"""What a log line holds: when, how bad, where, and the kind of error; never what was typed.

A traceback's messages can quote a name that somebody typed, so of an error only its kinds and
the lines of our code that it went through are kept.
"""

import logging
import traceback


class WithoutData(logging.Formatter):
    """Formats a record without its arguments and without the message of its error."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        return f"{self.formatTime(record)} {record.levelname} {record.name} {self._what(record)}"

    def _what(self, record: logging.LogRecord) -> str:
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            frames = traceback.extract_tb(error.__traceback__)[-4:]
            way = " < ".join(
                f"{f.filename.rpartition('/')[2]}:{f.lineno}" for f in reversed(frames)
            )
            return f"{type(error).__name__} at {way}"
        code = getattr(record, "code", "")
        return f"{record.module}:{record.lineno} {code}".rstrip()
