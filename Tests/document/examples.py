"""Every example in openapi.json must be valid against its schema."""

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from walk import pointer, schemas, seen_through, subschemas

# Formats that only tell a reader more about a number are not checked here.
FORMATS = FormatChecker(["date-time", "date"])


def findings(document: dict) -> list:
    """(pointer, what is wrong) of each example that its schema refuses, and of each schema that is no schema."""
    registry = Registry().with_resource(
        "urn:document", Resource.from_contents(document, default_specification=DRAFT202012)
    )
    found = []
    for place, schema, value in [*_attached(document, document), *_inside(document)]:
        absolute = _absolute(schema)
        validator = Draft202012Validator(absolute, registry=registry, format_checker=FORMATS)
        found += [(place, f"at {error.json_path}: {error.message[:300]}") for error in validator.iter_errors(value)]
    for place, schema in schemas(document):
        try:
            Draft202012Validator.check_schema(schema)
        except Exception as error:  # jsonschema.SchemaError, whose text is all we need
            found.append((place, f"is no JSON schema: {error}"))
    return found


def _absolute(value):
    """References of a schema that is taken out of the document point back into it."""
    if isinstance(value, dict):
        return {
            key: "urn:document" + member if key == "$ref" and isinstance(member, str) else _absolute(member)
            for key, member in value.items()
        }
    return [_absolute(member) for member in value] if isinstance(value, list) else value


def _attached(document, value, place=()):
    """Examples beside a schema: of media types, parameters and headers."""
    if isinstance(value, dict):
        if "schema" in value:
            if "example" in value:
                yield pointer(*place, "example"), value["schema"], value["example"]
            for name, example in value.get("examples", {}).items():
                yield pointer(*place, "examples", name), value["schema"], seen_through(document, example).get("value")
        for key, member in value.items():
            if key not in ("example", "examples", "schema"):
                yield from _attached(document, member, (*place, key))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _attached(document, member, (*place, index))


def _inside(document):
    """Examples and defaults that a schema carries itself."""
    for place, schema in schemas(document):
        for inner, subschema in subschemas(schema, place):
            if isinstance(subschema, dict):
                for index, value in enumerate(subschema.get("examples", [])):
                    yield f"{inner}/examples/{index}", subschema, value
                if "default" in subschema:
                    yield f"{inner}/default", subschema, subschema["default"]
