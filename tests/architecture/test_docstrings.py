"""Every file opens with the sentence that says what it answers for; every public thing has one."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import Function, SourceFile, source_files

each_file = pytest.mark.parametrize("file", source_files(), ids=lambda file: file.name)


@each_file
def test_a_file_opens_with_its_sentence(file: SourceFile):
    sentence = ast.get_docstring(file.tree) or ""

    assert sentence, f"{file.name} says nothing about what it answers for"
    assert sentence.partition("\n\n")[0].rstrip().endswith((".", "?", "!")), (
        f"{file.name} does not open with a sentence"
    )


@each_file
def test_every_public_class_and_function_says_why_it_is_there(file: SourceFile):
    silent = [
        f"{file.name}:{node.lineno} {node.name}"
        for node in public_definitions(file.tree)
        if not ast.get_docstring(node)
    ]

    assert not silent, "\n".join(silent)


def public_definitions(owner: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | Function]:
    """Yield what others may call: not what starts with _, and not what stands in a function."""
    for node in owner.body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            if not _is_second_half(node):
                yield node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node)


def _is_second_half(node: ast.ClassDef | Function) -> bool:
    """Recognise a typing overload or a property's setter: their other half has the docstring."""
    spelled = (ast.unparse(decorator) for decorator in node.decorator_list)
    return any(name.endswith(("overload", ".setter", ".deleter")) for name in spelled)
