"""Takes the Python samples out of the README of the SDK.

The file is a README as a package index shows it, flattened to plain lines: no fences, and the indentation is lost. Two
things therefore have to be found again, and this module does nothing else to the text. Every line of a sample is a line
of the file, in its order, with nothing but white space put in front of it.

Which lines are code. A line begins a statement when it is an import, a comment, an assignment, a call, or opens a
block (`for`, `if`, `try` and so on, up to its colon). A statement goes on until its brackets are closed. A sample is
the longest run of such lines; a run without a call, an import or an assignment (comments over shell commands) is none.

How far a block goes, each rule being what the text requires:
 1. The body of `for` ends after the last statement that uses its variable, or a name that the body binds.
 2. The body of `try` ends at its `except`; that of `except` at the next `except`, or with the sample.
 3. The body of `if`, `elif` and `else` is one statement with the comments above it; an `import` takes along the
    statement that uses what it imports.
"""

import ast
import builtins
import io
import re
import tokenize
from dataclasses import dataclass

_CODE = re.compile(
    r"^(from [\w.]+ import |import \w|# |@\w"
    r"|[A-Za-z_][\w.]*(\[[^\]]*\])? = "
    r"|[a-z_][\w.]*\((.*[\]})([{,])?( *#.*)?$"
    r"|(for|while|if|elif|with|except)\b.*:$|(try|else|finally):$)"
)
_BLOCK = re.compile(r"^(for|if|elif|else|try|except)\b.*:$")
_INDENT = "    "


@dataclass(frozen=True)
class Sample:
    heading: str
    first_line: int  # Counted from 1, as an editor shows it.
    lines: tuple  # As they stand in the file.
    source: str  # The same lines, indented.


def samples(text):
    lines = text.splitlines()
    found, heading, index = [], "", 0
    while index < len(lines):
        if not _CODE.match(lines[index]):
            heading = lines[index] if _is_heading(lines[index]) else heading
            index += 1
            continue
        start, statements = index, []
        while index < len(lines) and _CODE.match(lines[index]):
            end = _end_of_statement(lines, index)
            statements.append(lines[index:end])
            index = end
        if any(not statement[0].startswith("#") for statement in statements):
            source = "\n".join(_indented(statements)) + "\n"
            found.append(Sample(heading, start + 1, tuple(lines[start:index]), source))
    return found


def _is_heading(line):
    return 0 < len(line) < 60 and line[0].isalnum() and line[-1] not in ".:," and not line.startswith("Note")


def _end_of_statement(lines, start):
    """The index after the line that closes the last bracket opened since `start`."""
    depth = 0
    for index in range(start, len(lines)):
        depth += _bracket_depth(lines[index])
        if depth <= 0:
            return index + 1
    raise ValueError(f"line {start + 1}: a bracket is never closed")


def _bracket_depth(line):
    depth = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(line).readline):
            if token.type == tokenize.OP:
                depth += (token.string in "([{") - (token.string in ")]}")
    except tokenize.TokenError:
        pass  # The line ends inside a bracket: what was counted until then holds.
    return depth


def _indented(statements):
    out = []
    rest = _block(statements, 0, len(statements), 0, out)
    assert rest == len(statements)
    return out


def _block(statements, index, end, level, out):
    """Writes the statements up to `end`; each block statement takes its body along."""
    while index < end:
        index = _statement(statements, index, end, level, out)
    return index


def _statement(statements, index, end, level, out):
    head = statements[index][0]
    out.extend(_INDENT * level + line for line in statements[index])
    if not _BLOCK.match(head):
        return index + 1
    body = index + 1
    if head.startswith("for"):
        stop = _end_of_for(statements, index, end)
    elif head.startswith("try"):
        stop = next(n for n in range(body, end) if statements[n][0].startswith("except"))
    elif head.startswith("except"):
        stop = next((n for n in range(body, end) if statements[n][0].startswith("except")), end)
    else:
        return _body_of_if(statements, body, end, level + 1, out)
    return _block(statements, body, stop, level + 1, out)


def _body_of_if(statements, index, end, level, out):
    while index < end and statements[index][0].startswith("#"):
        index = _statement(statements, index, end, level, out)
    imported = re.match(r"^import (\w+)$", statements[index][0])
    index = _statement(statements, index, end, level, out)
    if imported and index < end and re.search(rf"\b{imported[1]}\b", "\n".join(statements[index])):
        index = _statement(statements, index, end, level, out)
    return index


def _end_of_for(statements, index, end):
    names = set(re.match(r"^for ([\w, ]+) in ", statements[index][0])[1].split(", "))
    stop = index + 1
    for n in range(index + 1, end):
        text = "\n".join(statements[n])
        if names & set(re.findall(r"\w+", text)) and not text.startswith("#"):
            stop = n + 1
        bound = re.match(r"^(\w+) = ", text)
        if bound and stop == n + 1:
            names.add(bound[1])
    return stop


def free_names(source):
    """The names that a sample uses and does not make itself."""
    tree, bound, free = ast.parse(source), set(dir(builtins)), []
    for node in ast.walk(tree):
        if isinstance(node, ast.alias):
            bound.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            bound.add(node.id)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in bound:
            free.append(node.id)
    return set(free)
