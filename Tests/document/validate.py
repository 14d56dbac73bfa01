"""Checks openapi.json: by an independent validator, by our own rules, by its examples and its layout.

    pip install -r Tests/document/requirements.txt
    python3 Tests/document/validate.py [FILE]

Prints one line a finding; ends with 0 when there is none, 1 when there are some, 2 when the file cannot be read.
"""

import json
import sys
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator

import examples
import layout
import lint
from walk import operations, pointer


def duplicates_refused(members: list) -> dict:
    """JSON allows a key twice; we do not, as all but one would be lost."""
    seen = {}
    for key, value in members:
        if key in seen:
            raise ValueError(f"key {key!r} occurs twice in one object")
        seen[key] = value
    return seen


def independent_findings(document: dict) -> list:
    found = []
    try:
        for error in OpenAPIV31SpecValidator(document).iter_errors():
            found.append((pointer(*error.absolute_path), f"OpenAPI 3.1: {error.message[:300]}"))
    except Exception as error:  # what is broken enough makes the validator itself stumble
        found.append(("#", f"OpenAPI 3.1: the validator could not finish: {error!r}"))
    return found


def layout_findings(document: dict, text: str) -> list:
    if text == layout.laid_out(document):
        return []
    return [("#", "is not laid out as it should be: run python3 Tests/document/layout.py --write")]


def findings(document: dict) -> list:
    """All findings but those about the layout."""
    return independent_findings(document) or lint.findings(document) + examples.findings(document)


def main(path: Path) -> int:
    try:
        text = path.read_text(encoding="utf-8")
        document = json.loads(text, object_pairs_hook=duplicates_refused)
    except (OSError, ValueError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 2
    found = findings(document) + layout_findings(document, text)
    for place, what in found:
        print(f"{path.name}{place}: {what}")
    count = len(list(operations(document)))
    print(f"{path.name}: {count} operations, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else layout.DOCUMENT))
