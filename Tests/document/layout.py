"""The layout of openapi.json: two spaces deep, 120 columns wide, and what fits on a line stays on it.

python3 Tests/document/layout.py            prints the document as it should be laid out
python3 Tests/document/layout.py --write    rewrites it
"""

import json
import sys
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[2] / "openapi.json"
WIDTH = 120


def laid_out(document: dict) -> str:
    """The whole document as text, with a newline at its end."""
    return _fold(document, indent=0, lead=0) + "\n"


def _text(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def _is_nested(value) -> bool:
    return isinstance(value, (dict, list)) and bool(value)


def _is_plain(value) -> bool:
    """A scalar, or a list of scalars."""
    return not isinstance(value, dict) and not (
        isinstance(value, list) and any(isinstance(x, (dict, list)) for x in value)
    )


def _fold(value, indent: int, lead: int) -> str:
    """`lead` counts the columns that are taken when the value begins."""
    flat = _text(value)
    if len(flat) + lead <= WIDTH or not _is_nested(value):
        return flat
    if isinstance(value, dict):
        members = [(_text(key) + ": ", member) for key, member in value.items()]
        opening, closing = "{", "}"
    else:
        members = [("", member) for member in value]
        opening, closing = "[", "]"
    if len(members) == 1 and _is_nested(members[0][1]):
        # An only child stays on the line of its parent.
        key, member = members[0]
        return opening + key + _fold(member, indent, lead + len(key) + 2) + closing
    pad = " " * (indent + 2)
    pieces = [key + _text(member) for key, member in members]
    if all(_is_plain(member) for _, member in members) and max(map(len, pieces)) < WIDTH - len(pad):
        body = _filled(pieces, pad)
    else:
        body = ",\n".join(pad + key + _fold(member, indent + 2, len(pad) + len(key) + 1) for key, member in members)
    return f"{opening}\n{body}\n{' ' * indent}{closing}"


def _filled(pieces: list, pad: str) -> str:
    """As many pieces a line as fit."""
    lines, line = [], ""
    for piece in (text + "," for text in pieces[:-1]):
        line = _joined(lines, line, piece, pad)
    line = _joined(lines, line, pieces[-1], pad)
    return "\n".join(pad + text for text in lines + [line])


def _joined(lines: list, line: str, piece: str, pad: str) -> str:
    if not line:
        return piece
    if len(pad) + len(line) + 1 + len(piece) <= WIDTH:
        return line + " " + piece
    lines.append(line)
    return piece


if __name__ == "__main__":
    text = laid_out(json.loads(DOCUMENT.read_text(encoding="utf-8")))
    if sys.argv[1:] == ["--write"]:
        DOCUMENT.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
