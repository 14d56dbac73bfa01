"""Ways through an OpenAPI document."""

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")


def pointer(*parts) -> str:
    return "#/" + "/".join(str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def resolve(document: dict, reference: str):
    """What a local reference points at; None when there is no such thing."""
    if not reference.startswith("#/"):
        return None
    place = document
    for part in reference[2:].split("/"):
        part = part.replace("~1", "/").replace("~0", "~")
        if not isinstance(place, dict) or part not in place:
            return None
        place = place[part]
    return place


def seen_through(document: dict, value: dict) -> dict:
    """The value itself, or what it refers to."""
    return (resolve(document, value["$ref"]) or {}) if "$ref" in value else value


def operations(document: dict):
    """(pointer, path, method, operation) of each operation, in order."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield pointer("paths", path, method), path, method, item[method]


def references(value, place=()):
    """(pointer, target) of each reference below a value."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield pointer(*place), value["$ref"]
        for key, member in value.items():
            yield from references(member, (*place, key))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from references(member, (*place, index))


def schemas(value, place=()):
    """(pointer, schema) of each outermost schema: of components, parameters, headers and media types."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key == "schema":
                yield pointer(*place, key), member
            elif key == "schemas" and place == ("components",):
                for name, schema in member.items():
                    yield pointer(*place, key, name), schema
            elif key not in ("example", "examples"):
                yield from schemas(member, (*place, key))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from schemas(member, (*place, index))


def subschemas(schema, place: str):
    """(pointer, schema) of a schema and all schemas inside it."""
    yield place, schema
    if not isinstance(schema, dict):
        return
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(schema.get(key), dict):
            yield from subschemas(schema[key], f"{place}/{key}")
    for key in ("allOf", "anyOf"):
        for index, member in enumerate(schema.get(key, [])):
            yield from subschemas(member, f"{place}/{key}/{index}")
    for name, member in schema.get("properties", {}).items():
        yield from subschemas(member, f"{place}/properties/{name}")


def parameters_of(document: dict, operation: dict) -> list:
    """The parameters of an operation, references followed."""
    return [seen_through(document, p) for p in operation.get("parameters", [])]
