"""Files and functions stay small enough to read at a sitting."""

import pytest

from tests.architecture.source import SourceFile, functions, source_files

LONGEST_FILE = 300
LONGEST_FUNCTION = 50


@pytest.mark.parametrize("file", source_files(), ids=lambda file: file.name)
def test_a_file_has_at_most_300_lines(file: SourceFile):
    assert file.lines <= LONGEST_FILE, f"{file.name} has {file.lines} lines: split it by concept"


@pytest.mark.parametrize("file", source_files(), ids=lambda file: file.name)
def test_a_function_has_at_most_50_lines(file: SourceFile):
    too_long = [
        f"{file.name}:{f.lineno} {f.name} has {length} lines"
        for f in functions(file.tree)
        if f.end_lineno and (length := f.end_lineno - f.lineno + 1) > LONGEST_FUNCTION
    ]

    assert not too_long, "\n".join(too_long)
