"""Credentials: made once, shown without their secret, archived, deleted, expired."""

import datetime
import re

import pytest
from scheduler0.types import (
    CredentialArchiveRequestBody,
    CredentialCreateRequestBody,
    CredentialDeleteRequestBody,
    CredentialUpdateRequestBody,
)

from support.world import MISSING_ID, UNAUTHORIZED, assert_page, assert_utc, ids, refused

SECRET = re.compile(r"^[0-9a-f]{64}$")


def body(*scopes, created_by="user@example.com", **fields):
    return CredentialCreateRequestBody(created_by=created_by, scopes=list(scopes), **fields)


def archive(client, credential):
    client.archive_credential(credential["id"], CredentialArchiveRequestBody(archived_by="auditor"))


def delete(client, credential):
    client.delete_credential(credential["id"], CredentialDeleteRequestBody(deleted_by="auditor"))


def test_create_credential(world):
    answer = world.api.create_credential(body("read", "write"))
    credential = answer["data"]
    assert answer["success"] is True
    assert isinstance(credential["id"], int)
    assert credential["accountId"] == 123
    assert credential["createdBy"] == "user@example.com"
    assert credential["scopes"] == ["read", "write"]
    assert not credential.get("archived")
    assert re.match(r"^[0-9a-f]{32,}$", credential["apiKey"])
    assert SECRET.match(credential["plaintextSecret"])
    assert_utc(credential["dateCreated"], credential["expiresAt"])


def test_the_secret_is_told_once(world):
    credential = world.api.create_credential(body("read"))["data"]
    secret = credential["plaintextSecret"]
    later = [
        world.raw("GET", f"/credentials/{credential['id']}"),
        world.raw("GET", "/credentials?limit=100"),
        world.raw("PUT", f"/credentials/{credential['id']}", body={"modifiedBy": "me"}),
    ]
    for answer in later:
        assert answer.status == 200
        assert secret.encode() not in answer.body
        assert b"plaintextSecret" not in answer.body
        assert b"api-secret" not in answer.body


def test_the_secret_has_its_old_name_beside_the_new_one_at_level_1_0(world, api_level):
    credential = world.api.create_credential(body("read"))["data"]
    if api_level == "1.0":
        assert credential["apiSecret"] == credential["plaintextSecret"]
    else:
        assert "apiSecret" not in credential


def test_two_credentials_differ(world):
    first, second = (world.api.create_credential(body("read"))["data"] for _ in range(2))
    assert second["id"] == first["id"] + 1
    assert first["apiKey"] != second["apiKey"]
    assert first["plaintextSecret"] != second["plaintextSecret"]


def test_a_new_credential_opens_its_account_only(world):
    _, client = world.credential("read", "write", "execute")
    assert client.list_projects()["data"]["total"] == 1
    with refused(401, exactly=UNAUTHORIZED):
        client.list_projects(account_id_override="456")


def test_its_secret_must_be_right(world):
    row, _ = world.credential("read")
    with refused(401, exactly=UNAUTHORIZED):
        world.client(row["apiKey"], row["plaintextSecret"][:-1] + "x").list_projects()
    with refused(401, exactly=UNAUTHORIZED):
        world.client(row["apiKey"][:-1], row["plaintextSecret"]).list_projects()


def test_a_credential_without_scopes(world, api_level):
    if api_level == "1.0":
        assert world.api.create_credential(body())["data"]["scopes"] == ["read", "write", "execute"]
    else:
        with refused(400, exactly="at least one scope is required"):
            world.api.create_credential(body())


@pytest.mark.parametrize(
    "scopes, message",
    [
        (["fly"], "invalid scope: fly"),
        (["read", "Read"], "invalid scope: Read"),
        (["read", "write", "read"], "duplicate scope: read"),
    ],
)
def test_wrong_scopes(world, scopes, message):
    with refused(400, exactly=message):
        world.api.create_credential(body(*scopes))
    assert world.api.list_credentials()["data"]["total"] == 1


def test_a_credential_needs_its_maker(world):
    with refused(400, exactly="createdBy is required"):
        world.api.create_credential(body("read", created_by=""))


def test_only_an_admin_grants_admin(world):
    assert world.api.create_credential(body("admin"))["data"]["scopes"] == ["admin"]
    assert world.operator.create_credential(body("admin"), account_id_override="123")["success"]
    with refused(403, exactly="admin scope may only be granted by an operator or an admin credential"):
        world.scoped("write").create_credential(body("admin"))


@pytest.mark.parametrize(
    "held, needed, call",
    [
        ("write", "read", lambda c: c.list_credentials()),
        ("write", "read", lambda c: c.get_credential("1")),
        ("read", "write", lambda c: c.create_credential(body("read"))),
        ("execute", "write", lambda c: archive(c, {"id": 1})),
        ("read", "write", lambda c: delete(c, {"id": 1})),
        ("read", "write", lambda c: c.update_credential("1", CredentialUpdateRequestBody(modified_by="me"))),
    ],
)
def test_scopes_are_kept(world, held, needed, call):
    with refused(403, exactly=f"credential missing required scope: {needed}"):
        call(world.scoped(held))


def test_list_credentials(world):
    made = [world.api.create_credential(body("read", created_by=f"user {n}"))["data"] for n in range(4)]
    everything = world.api.list_credentials(limit=100, order_by="id", order_by_direction="asc")["data"]
    assert_page(everything, "credentials", 5, 0, 100)
    assert ids(everything["credentials"])[1:] == ids(made)
    page = world.api.list_credentials(limit=2, offset=1, order_by="id", order_by_direction="desc")["data"]
    assert_page(page, "credentials", 5, 1, 2)
    assert ids(page["credentials"]) == [made[2]["id"], made[1]["id"]]
    assert page["credentials"][0]["createdBy"] == "user 2"
    assert world.api.list_credentials(limit=2, offset=5)["data"]["credentials"] == []


@pytest.mark.parametrize(
    "keywords, status, message",
    [
        ({"limit": 101}, 429, "too many credentials. limit should be less than 100"),
        ({"limit": 0}, 400, "limit should be greater than 0"),
        ({"limit": "abc"}, 400, 'strconv.Atoi: parsing "abc": invalid syntax'),
        ({"offset": "1.5"}, 400, 'strconv.Atoi: parsing "1.5": invalid syntax'),
        ({"order_by": "secret"}, 400, "invalid order by column"),
        ({"order_by_direction": "up"}, 400, "invalid order by direction. Must be ASC or DESC"),
    ],
)
def test_wrong_lists(world, keywords, status, message):
    with refused(status, exactly=message):
        world.api.list_credentials(**keywords)


@pytest.mark.parametrize(
    "column", ["id", "date_created", "date_modified", "created_by", "modified_by", "deleted_by", "expires_at"]
)
@pytest.mark.parametrize("direction", ["asc", "DESC"])
def test_every_order_works(world, column, direction):
    world.api.create_credential(body("read"))
    page = world.api.list_credentials(order_by=column, order_by_direction=direction)["data"]
    assert sorted(ids(page["credentials"])) == ids(sorted(page["credentials"], key=lambda row: row["id"]))
    assert page["total"] == 2


def test_get_credential(world):
    made, _ = world.credential("execute")
    read = world.api.get_credential(made["id"])["data"]
    for field in ("id", "accountId", "apiKey", "createdBy", "scopes", "dateCreated", "expiresAt"):
        assert read[field] == made[field]


def test_a_credential_of_another_account_is_unknown(world):
    other, _ = world.credential("read", account="456")
    with refused(404, "credential not found"):
        world.api.get_credential(other["id"])
    with refused(404, "credential not found"):
        delete(world.api, other)
    assert world.api.get_credential(other["id"], account_id_override="456")["data"]["id"] == other["id"]


@pytest.mark.parametrize(
    "call",
    [
        lambda c, i: c.get_credential(i),
        lambda c, i: c.update_credential(i, CredentialUpdateRequestBody(modified_by="me")),
        lambda c, i: delete(c, {"id": i}),
        lambda c, i: archive(c, {"id": i}),
    ],
    ids=["get", "update", "delete", "archive"],
)
def test_unknown_and_placeholder(world, call):
    with refused(404, "credential not found"):
        call(world.api, MISSING_ID)
    with refused(400):
        call(world.api, "credential-id")


def test_update_credential(world):
    made, client = world.credential("read")
    answer = world.api.update_credential(made["id"], CredentialUpdateRequestBody(modified_by="me", archived=True))
    assert answer["data"]["archived"] is True
    assert answer["data"]["modifiedBy"] == "me"
    assert answer["data"]["apiKey"] == made["apiKey"]
    assert_utc(answer["data"]["dateModified"])
    with refused(401):
        client.list_projects()
    world.api.update_credential(made["id"], CredentialUpdateRequestBody(modified_by="me", archived=False))
    assert client.list_projects()["data"]["total"] == 1


def test_an_update_needs_who_made_it(world):
    made, _ = world.credential("read")
    with refused(400, exactly="modifiedBy is required"):
        world.api.update_credential(made["id"], CredentialUpdateRequestBody(modified_by=""))


def test_an_api_key_never_changes(world):
    made, client = world.credential("read")
    answer = world.raw("PUT", f"/credentials/{made['id']}", body={"modifiedBy": "me", "apiKey": "other"})
    assert (answer.status, answer.text) == (400, "api key cannot be updated")
    assert client.list_projects()["data"]["total"] == 1


def test_archive_credential(world):
    made, client = world.credential("read")
    assert client.list_projects()["success"]
    archive(world.api, made)
    with refused(401):
        client.list_projects()
    listed = world.api.list_credentials(limit=100)["data"]
    assert made["id"] not in ids(listed["credentials"])
    assert listed["total"] == 1
    assert world.api.get_credential(made["id"])["data"]["archived"] is True


def test_archiving_needs_who_did_it(world):
    made, client = world.credential("read")
    with refused(400, exactly="archivedBy is required"):
        world.api.archive_credential(made["id"], CredentialArchiveRequestBody(archived_by=""))
    assert client.list_projects()["success"]


def test_delete_credential(world):
    made, client = world.credential("read")
    assert world.api.delete_credential(made["id"], CredentialDeleteRequestBody(deleted_by="auditor")) is None
    with refused(401):
        client.list_projects()
    with refused(404, "credential not found"):
        world.api.get_credential(made["id"])
    with refused(404, "credential not found"):
        delete(world.api, made)
    assert made["id"] not in ids(world.api.list_credentials(limit=100)["data"]["credentials"])


def test_deleting_needs_who_did_it(world):
    made, client = world.credential("read")
    with refused(400, exactly="deletedBy is required"):
        world.api.delete_credential(made["id"], CredentialDeleteRequestBody(deleted_by=""))
    assert client.list_projects()["success"]


def lifetime_seconds(credential):
    created = datetime.datetime.fromisoformat(credential["dateCreated"])
    expires = datetime.datetime.fromisoformat(credential["expiresAt"])
    return round((expires - created).total_seconds())


def test_a_credential_lives_ninety_days(world):
    assert lifetime_seconds(world.api.create_credential(body("read"))["data"]) == 90 * 86400


@pytest.mark.parametrize("asked, given", [(3600, 3600), (1, 300), (10**9, 90 * 86400)])
def test_a_shorter_life_is_kept_within_bounds(world, asked, given):
    answer = world.raw("POST", "/credentials", body={"createdBy": "me", "scopes": ["read"], "expiresInSeconds": asked})
    assert answer.status == 201
    assert lifetime_seconds(answer.data) == given


@pytest.mark.virtual_time
def test_an_expired_credential_says_so(world):
    made, client = world.credential("read")
    world.admin("PUT", "/clock", {"mode": "frozen", "now": made["expiresAt"]})
    with refused(401, exactly="credential expired"):
        client.list_projects()
