"""The checks must find what is broken: each test breaks a copy of the document in one way.

python3 -m unittest discover -s Tests/document
"""

import copy
import json
import unittest

import examples
import layout
import lint
import validate

DOCUMENT = json.loads(layout.DOCUMENT.read_text(encoding="utf-8"))


class TheDocument(unittest.TestCase):
    def test_has_no_findings(self):
        self.assertEqual(validate.findings(DOCUMENT), [])

    def test_is_laid_out(self):
        self.assertEqual(layout.DOCUMENT.read_text(encoding="utf-8"), layout.laid_out(DOCUMENT))


class Broken(unittest.TestCase):
    def setUp(self):
        self.document = copy.deepcopy(DOCUMENT)

    def operation(self, path="/projects/{id}", method="get"):
        return self.document["paths"][path][method]

    def schema(self, name):
        return self.document["components"]["schemas"][name]

    def assertFound(self, part, found=None):
        found = lint.findings(self.document) if found is None else found
        self.assertTrue(any(part in what for _, what in found), f"{part!r} not in {found[:5]}")

    def test_reference_to_nothing(self):
        self.operation()["responses"]["401"] = {"$ref": "#/components/responses/Nobody"}
        self.assertFound("does not exist")

    def test_unused_schema(self):
        self.document["components"]["schemas"]["Orphan"] = {"type": "string"}
        self.assertFound("not used")

    def test_schema_used_only_by_itself(self):
        self.document["components"]["schemas"]["Orphan"] = {"items": {"$ref": "#/components/schemas/Orphan"}}
        self.assertFound("not used")

    def test_missing_operation_parts(self):
        for key in ("operationId", "summary", "tags", "security", "x-required-scope", "x-account-header"):
            with self.subTest(key):
                self.setUp()
                del self.operation()[key]
                self.assertFound(key)

    def test_operation_id_twice(self):
        self.operation()["operationId"] = "listProjects"
        self.assertFound("more than once")

    def test_operation_id_in_the_wrong_case(self):
        self.operation()["operationId"] = "get_project"
        self.assertFound("lowerCamelCase")

    def test_unknown_tag(self):
        self.operation()["tags"] = ["projekts"]
        self.assertFound("tag")

    def test_misspelt_extension(self):
        self.operation("/projects", "post")["x-write"] = True
        self.assertFound("unknown extension")

    def test_unknown_scope(self):
        self.operation()["x-required-scope"] = "reed"
        self.assertFound("not one of")

    def test_open_operation_with_scope(self):
        self.operation()["security"] = []
        self.assertFound("security must be empty")

    def test_unknown_security_scheme(self):
        self.operation()["security"] = [{"token": []}]
        self.assertFound("security scheme")

    def test_missing_401(self):
        del self.operation()["responses"]["401"]
        self.assertFound("no 401")

    def test_account_header_not_declared(self):
        self.operation()["x-account-header"] = "not-needed"
        self.assertFound("X-Account-ID")

    def test_write_without_redirect(self):
        del self.operation("/projects", "post")["responses"]["302"]
        self.assertFound("no 302")

    def test_write_not_marked(self):
        del self.operation("/projects", "post")["x-writes"]
        self.assertFound("x-writes")

    def test_alias_of_nothing(self):
        self.operation("/account/ai-settings")["x-alias-of"] = "readSettings"
        self.assertFound("no operation of its own")

    def test_alias_with_another_scope(self):
        self.operation("/account/ai-settings")["x-required-scope"] = "admin"
        self.assertFound("differs from getAISettings")

    def test_path_parameter_not_declared(self):
        self.operation()["parameters"].pop(0)
        self.assertFound("path names")

    def test_body_without_limit(self):
        del self.operation("/projects", "post")["responses"]["413"]
        self.assertFound("no 413")

    def test_answer_without_envelope(self):
        media = self.operation()["responses"]["200"]["content"]["application/json"]
        media["schema"] = {"$ref": "#/components/schemas/Project"}
        self.assertFound("data and success")

    def test_refusal_that_claims_success(self):
        self.schema("Error")["properties"]["success"] = {"const": True}
        self.assertFound("false otherwise")

    def test_body_on_204(self):
        self.document["components"]["responses"]["NoContent"]["content"] = {"application/json": {"schema": {}}}
        self.assertFound("has no body")

    def test_redirect_without_location(self):
        del self.document["components"]["responses"]["FoundAtLeader"]["headers"]
        self.assertFound("Location")

    def test_misspelt_keyword(self):
        self.schema("Project")["properties"]["name"]["minLenght"] = 1
        self.assertFound("unknown schema keyword")

    def test_required_field_that_does_not_exist(self):
        self.schema("Project")["required"].append("nmae")
        self.assertFound("not among its properties")

    def test_open_answer(self):
        del self.schema("Account")["additionalProperties"]
        self.assertFound("must forbid other fields")

    def test_wrong_example(self):
        self.document["components"]["examples"]["Job"]["value"]["data"]["retryMax"] = 16
        self.assertFound("16 is greater than", examples.findings(self.document))

    def test_example_with_a_bad_date(self):
        self.document["components"]["examples"]["Job"]["value"]["data"]["dateCreated"] = "2026-02-30T00:00:00Z"
        self.assertFound("date-time", examples.findings(self.document))

    def test_default_outside_its_schema(self):
        self.document["components"]["parameters"]["Limit"]["schema"]["default"] = 101
        self.assertFound("101 is greater than", examples.findings(self.document))

    def test_no_openapi(self):
        self.operation()["parameters"][0] = {"name": "id"}
        self.assertFound("OpenAPI 3.1", validate.findings(self.document))

    def test_key_twice(self):
        with self.assertRaises(ValueError):
            json.loads('{"a": 1, "a": 2}', object_pairs_hook=validate.duplicates_refused)


if __name__ == "__main__":
    unittest.main()
