"""Our own rules for openapi.json, on top of what an OpenAPI validator checks.

Each rule is a generator of findings: (JSON pointer, what is wrong).
"""

import re
from collections import Counter

from walk import operations, parameters_of, pointer, references, resolve, schemas, seen_through, subschemas

SCOPES = ("none", "read", "write", "execute", "admin")
REUSABLE = ("parameters", "requestBodies", "headers", "responses", "examples", "schemas")

# The extensions we use, and where.
OPERATION_EXTENSIONS = {
    "x-required-scope", "x-account-header", "x-account-read-by-handler", "x-writes", "x-bypasses-leader-check", "x-alias-of",
}
RESPONSE_EXTENSIONS = {"x-provoked-by"}
PARAMETER_EXTENSIONS = {"x-mock-only"}

# A misspelt keyword would check nothing, so only these may be used.
SCHEMA_KEYWORDS = {
    "$ref",
    "type",
    "enum",
    "const",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "items",
    "minItems",
    "maxItems",
    "uniqueItems",
    "properties",
    "required",
    "additionalProperties",
    "propertyNames",
    "minProperties",
    "allOf",
    "anyOf",
    "description",
    "default",
    "examples",
}


def references_resolve(document):
    for place, target in references(document):
        if resolve(document, target) is None:
            yield place, f"refers to {target}, which does not exist"


def components_are_used(document):
    used, waiting = set(), [target for _, target in references(document["paths"])]
    while waiting:
        target = waiting.pop()
        if target not in used:
            used.add(target)
            waiting += [further for _, further in references(resolve(document, target))]
    for kind in REUSABLE:
        for name in document["components"].get(kind, {}):
            if pointer("components", kind, name) not in used:
                yield pointer("components", kind, name), "is not used by any operation"


def operations_are_described(document):
    tags = {tag["name"] for tag in document["tags"]}
    for place, _, _, operation in operations(document):
        for key in ("operationId", "summary", "tags", "security", "x-required-scope", "x-account-header", "responses"):
            if key not in operation:
                yield place, f"has no {key}"
        if not re.fullmatch(r"[a-z]+([A-Z][a-z]*|[A-Z]+(?=[A-Z]|$))*", operation.get("operationId", "")):
            yield place, f"operationId {operation.get('operationId')!r} is not in lowerCamelCase"
        for tag in operation.get("tags", []):
            if tag not in tags:
                yield place, f"tag {tag!r} is not in the list of tags"
        for key in operation:
            if key.startswith("x-") and key not in OPERATION_EXTENSIONS:
                yield place, f"unknown extension {key}"


def operation_ids_are_unique(document):
    count = Counter(operation.get("operationId") for _, _, _, operation in operations(document))
    for place, _, _, operation in operations(document):
        if count[operation.get("operationId")] > 1:
            yield place, f"operationId {operation.get('operationId')!r} is used more than once"


def scopes_fit_security(document):
    schemes = set(document["components"]["securitySchemes"])
    for place, _, _, operation in operations(document):
        scope = operation.get("x-required-scope")
        if scope not in SCOPES:
            yield place, f"x-required-scope is {scope!r}, not one of {', '.join(SCOPES)}"
        if (scope == "none") != (operation.get("security") == []):
            yield place, "security must be empty for scope none, and only then"
        for requirement in operation.get("security", []):
            for name in set(requirement) - schemes:
                yield place, f"security scheme {name!r} does not exist"
        if scope != "none":
            for status in ("401", "403"):
                if status not in operation["responses"]:
                    yield place, f"needs a scope but lists no {status}"


def account_header_is_declared(document):
    for place, _, _, operation in operations(document):
        need = operation.get("x-account-header")
        if need not in ("required", "not-needed"):
            yield place, f"x-account-header is {need!r}, not required or not-needed"
        declared = [p for p in parameters_of(document, operation) if p.get("name") == "X-Account-ID"]
        required = any(p.get("required", False) for p in declared)
        if (need == "required") != required:
            yield place, "the parameter X-Account-ID must be required where x-account-header says so, and only there"
        if need == "required" and "400" not in operation["responses"]:
            yield place, "needs the account header but lists no 400"


def writes_go_to_the_leader(document):
    for place, _, method, operation in operations(document):
        writes, bypasses = operation.get("x-writes"), operation.get("x-bypasses-leader-check")
        if method == "get" and writes:
            yield place, "a GET does not write"
        if method != "get" and not (writes or bypasses):
            yield place, "must say x-writes or x-bypasses-leader-check"
        if writes and bypasses:
            yield place, "cannot say both x-writes and x-bypasses-leader-check"
        needed = {"301", "302", "500", "503"} if writes else set() if bypasses else {"503"}
        for status in sorted(needed - set(operation["responses"])):
            yield place, f"lists no {status}"


def aliases_point_at_operations(document):
    by_id = {operation.get("operationId"): operation for _, _, _, operation in operations(document)}
    for place, _, _, operation in operations(document):
        target = operation.get("x-alias-of")
        if target is None:
            continue
        if target not in by_id or "x-alias-of" in by_id[target]:
            yield place, f"x-alias-of names {target!r}, which is no operation of its own"
        else:
            for key in (
                "x-required-scope",
                "x-account-header",
                "x-writes",
                "security",
                "parameters",
                "requestBody",
                "responses",
            ):
                if operation.get(key) != by_id[target].get(key):
                    yield place, f"{key} differs from {target}, whose alias it is"


def path_parameters_are_declared(document):
    for place, path, _, operation in operations(document):
        in_path = set(re.findall(r"{(\w+)}", path))
        declared = {p["name"] for p in parameters_of(document, operation) if p.get("in") == "path"}
        if in_path != declared:
            yield place, f"path names {sorted(in_path)}, parameters declare {sorted(declared)}"


def bodies_are_limited(document):
    for place, _, method, operation in operations(document):
        if "requestBody" in operation and "413" not in operation["responses"]:
            yield place, "takes a body but lists no 413"
        if "431" not in operation["responses"]:
            yield place, "lists no 431"
        if "requestBody" in operation and method == "get":
            yield place, "a GET takes no body"


def answers_are_enveloped(document):
    """Documented: every JSON body has exactly the keys data and success."""
    for place, _, _, operation in operations(document):
        for status, answer in operation["responses"].items():
            answer = seen_through(document, answer)
            here = f"{place}/responses/{status}"
            for key in answer:
                if key.startswith("x-") and key not in RESPONSE_EXTENSIONS:
                    yield here, f"unknown extension {key}"
            if status in ("204", "301"):
                if "content" in answer:
                    yield here, "has no body"
                continue
            schema = seen_through(document, answer.get("content", {}).get("application/json", {}).get("schema", {}))
            if (
                list(schema.get("properties", {})) != ["data", "success"]
                or schema.get("additionalProperties") is not False
            ):
                yield here, "the body must be an object of data and success, in this order, and nothing else"
            elif set(schema.get("required", [])) != {"data", "success"}:
                yield here, "data and success must be required"
            elif schema["properties"]["success"] != {"const": status.startswith("2")}:
                yield here, "success must be true for 2xx and false otherwise"
            if "example" not in answer["content"]["application/json"] and not answer["content"]["application/json"].get(
                "examples"
            ):
                yield here, "has no example"


def redirects_and_tasks_say_where(document):
    for place, _, _, operation in operations(document):
        for status in ("301", "302"):
            if status in operation["responses"]:
                if "Location" not in seen_through(document, operation["responses"][status]).get("headers", {}):
                    yield f"{place}/responses/{status}", "has no header Location"


def keywords_are_known(document):
    for place, schema in schemas(document):
        for inner, subschema in subschemas(schema, place):
            if isinstance(subschema, dict):
                for key in set(subschema) - SCHEMA_KEYWORDS:
                    yield inner, f"unknown schema keyword {key!r}"
                for name in set(subschema.get("required", [])) - set(subschema.get("properties", {})):
                    if "properties" in subschema:
                        yield inner, f"requires {name!r}, which is not among its properties"


def answers_are_closed(document):
    """An object in an answer lists its fields and allows no others, unless it is open on purpose."""
    for place, _, _, operation in operations(document):
        for status, answer in operation["responses"].items():
            for media in seen_through(document, answer).get("content", {}).values():
                waiting, done = [media["schema"]], []
                while waiting:
                    for inner, schema in subschemas(waiting.pop(), f"{place}/responses/{status}"):
                        if not isinstance(schema, dict) or schema in done:
                            continue
                        done.append(schema)
                        if "$ref" in schema:
                            waiting.append(seen_through(document, schema))
                        if "properties" in schema and schema.get("additionalProperties") is not False:
                            yield inner, f"the object of {sorted(schema['properties'])} must forbid other fields"


def parameters_are_described(document):
    for place, _, _, operation in operations(document):
        for parameter in parameters_of(document, operation):
            if not parameter.get("description"):
                yield place, f"parameter {parameter.get('name')} has no description"
            for key in parameter:
                if key.startswith("x-") and key not in PARAMETER_EXTENSIONS:
                    yield place, f"parameter {parameter['name']}: unknown extension {key}"


RULES = [
    references_resolve,
    components_are_used,
    operations_are_described,
    operation_ids_are_unique,
    scopes_fit_security,
    account_header_is_declared,
    writes_go_to_the_leader,
    aliases_point_at_operations,
    path_parameters_are_declared,
    bodies_are_limited,
    answers_are_enveloped,
    redirects_and_tasks_say_where,
    keywords_are_known,
    answers_are_closed,
    parameters_are_described,
]


def findings(document: dict) -> list:
    """All breaches of our rules: (pointer, what is wrong)."""
    broken = list(references_resolve(document))
    return broken or [finding for rule in RULES for finding in rule(document)]
