"""Executors: webhook, cloud function and local; secrets told once."""

import pytest
from scheduler0.types import ExecutorDeleteRequestBody, ExecutorRequestBody, ExecutorUpdateRequestBody

from support.world import EXECUTOR, MISSING_ID, assert_page, assert_utc, ids, refused

WEBHOOK = {
    "name": "webhook-executor",
    "type": "webhook_url",
    "webhook_url": "https://example.com/webhook",
    "webhook_method": "POST",
    "webhook_secret": "secret-key",
    "created_by": "user@example.com",
}
CLOUD = {
    "name": "cloud-function-executor",
    "type": "cloud_function",
    "region": "us-west-1",
    "cloud_provider": "aws",
    "cloud_resource_url": "https://example.com/function",
    "cloud_api_key": "cloud-key-value",
    "cloud_api_secret": "cloud-secret-value",
    "created_by": "user@example.com",
}


def make(world, fields, **changes):
    return world.api.create_executor(ExecutorRequestBody(**{**fields, **changes}))["data"]


def change(name="updated-executor", type="webhook_url", modified_by="user@example.com", **fields):
    return ExecutorUpdateRequestBody(name=name, type=type, modified_by=modified_by, **fields)


def delete(client, executor):
    client.delete_executor(executor, ExecutorDeleteRequestBody(deleted_by="user@example.com"))


def test_create_webhook_executor(world):
    executor = make(world, WEBHOOK)
    assert executor["id"] == EXECUTOR + 1
    assert executor["accountId"] == 123
    assert executor["name"] == "webhook-executor"
    assert executor["type"] == "webhook_url"
    assert executor["webhookUrl"] == "https://example.com/webhook"
    assert executor["webhookMethod"] == "POST"
    assert executor["webhookSecret"] == "secret-key"
    assert executor["createdBy"] == "user@example.com"
    assert executor["dateModified"] is None
    assert_utc(executor["dateCreated"])


def test_create_cloud_executor(world):
    executor = make(world, CLOUD)
    assert executor["type"] == "cloud_function"
    assert executor["region"] == "us-west-1"
    assert executor["cloudProvider"] == "aws"
    assert executor["cloudResourceUrl"] == "https://example.com/function"
    assert executor["cloudApiKey"] == "cloud-key-value"
    assert executor["cloudApiSecret"] == "cloud-secret-value"


def test_secrets_are_told_once(world):
    webhook, cloud = make(world, WEBHOOK), make(world, CLOUD)
    later = [
        world.raw("GET", f"/executors/{webhook['id']}"),
        world.raw("GET", f"/executors/{cloud['id']}"),
        world.raw("GET", "/executors?limit=100"),
        world.raw("PUT", f"/executors/{webhook['id']}", body={"name": "n", "type": "webhook_url", "modifiedBy": "me"}),
    ]
    for answer in later:
        assert answer.status == 200
        for secret in (b"secret-key", b"cloud-key-value", b"cloud-secret-value"):
            assert secret not in answer.body


@pytest.mark.parametrize(
    "fields, changes, message",
    [
        (WEBHOOK, {"created_by": ""}, "createdBy is required"),
        (WEBHOOK, {"name": ""}, "executor name is required"),
        (WEBHOOK, {"type": "carrier_pigeon"}, "invalid job executor type"),
        (WEBHOOK, {"type": ""}, "invalid job executor type"),
        (WEBHOOK, {"webhook_url": ""}, "webhook url is required"),
        (WEBHOOK, {"webhook_method": None}, "webhook method is required"),
        (CLOUD, {"cloud_provider": None}, "cloud provider is required for cloud function executors"),
        (CLOUD, {"region": ""}, "region is required for cloud function executors"),
        (CLOUD, {"cloud_resource_url": ""}, "cloud resource URL is required for cloud function executors"),
        (CLOUD, {"cloud_api_key": ""}, "cloud API key is required for cloud function executors"),
        (CLOUD, {"cloud_api_secret": None}, "cloud API secret is required for cloud function executors"),
        ({"name": "l", "type": "local", "created_by": "me"}, {}, "command is required for local executors"),
    ],
)
def test_what_an_executor_needs(world, fields, changes, message):
    with refused(400, exactly=message):
        make(world, fields, **changes)
    assert world.api.list_executors()["data"]["total"] == 1


def test_the_seeds_executor(world):
    executor = world.api.get_executor(EXECUTOR)["data"]
    assert executor["type"] == "webhook_url"
    assert executor["webhookUrl"].endswith("/__sink/quickstart")


def test_list_executors(world):
    made = [make(world, WEBHOOK, name=f"hook {n}")["id"] for n in range(4)]
    page = world.api.list_executors(limit=10, offset=0, order_by="date_created", order_by_direction="desc")["data"]
    assert_page(page, "executors", 5, 0, 10)
    second = world.api.list_executors(limit=2, offset=2, order_by="id", order_by_direction="asc")["data"]
    assert_page(second, "executors", 5, 2, 2)
    assert ids(second["executors"]) == made[1:3]
    assert second["executors"][0]["name"] == "hook 1"


def test_an_empty_list_is_a_list(world):
    page = world.api.list_executors(account_id_override="456")["data"]
    assert_page(page, "executors", 0, 0, 10)
    assert page["executors"] == []


@pytest.mark.parametrize("column", ["id", "date_created", "date_modified", "created_by", "modified_by", "deleted_by"])
def test_every_order_works(world, column):
    for direction in ("asc", "desc"):
        assert world.api.list_executors(order_by=column, order_by_direction=direction)["data"]["total"] == 1


@pytest.mark.parametrize(
    "keywords, status, message",
    [
        ({"limit": 101}, 429, "too many executors. limit should be less than 100"),
        ({"limit": 0}, 400, "limit should be greater than 0"),
        ({"limit": "x"}, 400, 'strconv.Atoi: parsing "x": invalid syntax'),
        ({"order_by": "name"}, 400, "invalid order by column"),
        ({"order_by_direction": "up"}, 400, "invalid order by direction. Must be ASC or DESC"),
    ],
)
def test_wrong_lists(world, keywords, status, message):
    with refused(status, message):
        world.api.list_executors(**keywords)


def test_update_executor_answers_the_updated_one(world):
    executor = make(world, WEBHOOK)
    answer = world.api.update_executor(executor["id"], change(webhook_method="PUT"))["data"]
    assert answer["id"] == executor["id"]
    assert answer["name"] == "updated-executor"
    assert answer["webhookMethod"] == "PUT"
    assert answer["webhookUrl"] == "https://example.com/webhook"
    assert answer["modifiedBy"] == "user@example.com"
    assert_utc(answer["dateModified"])
    assert world.api.get_executor(executor["id"])["data"] == answer


def test_wrong_updates(world):
    with refused(400, exactly="modifiedBy is required"):
        world.api.update_executor(EXECUTOR, change(modified_by=""))
    with refused(400, exactly="invalid job executor type"):
        world.api.update_executor(EXECUTOR, change(type="carrier_pigeon"))
    assert world.api.get_executor(EXECUTOR)["data"]["name"] != "updated-executor"


def test_delete_executor(world):
    executor = make(world, WEBHOOK)["id"]
    assert world.api.delete_executor(executor, ExecutorDeleteRequestBody(deleted_by="me")) is None
    with refused(404):
        world.api.get_executor(executor)
    assert ids(world.api.list_executors()["data"]["executors"]) == [EXECUTOR]
    with refused(404):
        delete(world.api, executor)


def test_deleting_needs_who_did_it(world):
    with refused(400, exactly="deletedBy is required"):
        world.api.delete_executor(EXECUTOR, ExecutorDeleteRequestBody(deleted_by=""))
    assert world.api.get_executor(EXECUTOR)["data"]["id"] == EXECUTOR


@pytest.mark.parametrize(
    "call",
    [lambda c, i: c.get_executor(i), lambda c, i: c.update_executor(i, change()), delete],
    ids=["get", "update", "delete"],
)
def test_unknown_foreign_and_placeholder(world, call):
    with refused(404):
        call(world.api, MISSING_ID)
    foreign = world.new_executor(account_id_override="456")["id"]
    with refused(404):
        call(world.api, foreign)
    with refused(400):
        call(world.api, "executor-id")


def test_scopes(world):
    reader = world.scoped("read")
    assert reader.get_executor(EXECUTOR)["data"]["id"] == EXECUTOR
    for call in (
        lambda: reader.create_executor(ExecutorRequestBody(**WEBHOOK)),
        lambda: reader.update_executor(EXECUTOR, change()),
        lambda: delete(reader, EXECUTOR),
    ):
        with refused(403, exactly="credential missing required scope: write"):
            call()
    with refused(403, exactly="credential missing required scope: read"):
        world.scoped("execute").list_executors()
