"""Rotation re-encrypts every secret; no key stops working."""

import pytest
from scheduler0.types import CredentialArchiveRequestBody, CredentialUpdateRequestBody

from support.world import refused

OLD_KEY = "00112233445566778899aabbccddeeff" * 2


def rotate(client, sdk_version, key=OLD_KEY):
    return client.rotate_credential_secret() if sdk_version == "1.0.0" else client.rotate_secret(key)


def test_every_key_works_after_a_rotation(world, sdk_version):
    _, client = world.credential("read")
    executor = world.new_executor()["id"]
    for _ in range(2):
        answer = rotate(world.operator, sdk_version)
        assert answer["success"] is True
    assert client.list_projects()["data"]["total"] == 1
    assert world.api.list_projects()["data"]["total"] == 1
    assert client.get_executor(executor)["data"]["id"] == executor


def test_what_a_rotation_tells(world, sdk_version):
    for _ in range(2):
        world.credential("read")
    data = rotate(world.operator, sdk_version)["data"]
    if sdk_version == "1.0.0":
        assert data == {"rotated": 3}  # The seed's and two of ours.
    else:
        assert sorted(data) == ["aiSettingsRotated", "credentialsRotated", "executorsRotated"]
        assert all(isinstance(count, int) and count >= 0 for count in data.values())


def test_a_credential_archived_meanwhile_comes_back_whole(world, sdk_version):
    row, client = world.credential("read")
    world.api.archive_credential(row["id"], CredentialArchiveRequestBody(archived_by="me"))
    rotate(world.operator, sdk_version)
    world.api.update_credential(row["id"], CredentialUpdateRequestBody(modified_by="me", archived=False))
    assert client.list_projects()["data"]["total"] == 1


def test_an_admin_key_may_rotate(world, sdk_version):
    assert rotate(world.api, sdk_version)["success"] is True


def test_who_may_not(world, sdk_version):
    with refused(403, exactly="credential missing required scope: admin"):
        rotate(world.scoped("read", "write", "execute"), sdk_version)
    with refused(401):
        rotate(world.anonymous(), sdk_version)


@pytest.mark.parametrize(
    "key, message",
    [
        ("", "oldSecretKey is required"),
        ("not hex", "oldSecretKey must be a hex-encoded AES key (16, 24 or 32 bytes)"),
        ("abcd", "oldSecretKey must be a hex-encoded AES key (16, 24 or 32 bytes)"),
        ("zz" * 32, "oldSecretKey must be a hex-encoded AES key (16, 24 or 32 bytes)"),
    ],
)
def test_wrong_keys(world, sdk_version, key, message):
    if sdk_version != "1.0.0":
        with refused(400, exactly=message):
            rotate(world.operator, sdk_version, key)
    answer = world.raw("POST", "/account/rotate-secret", body={"oldSecretKey": key})
    assert (answer.status, answer.text) == (400, message)
    assert world.api.list_projects()["success"]


def test_both_paths_are_served_to_both_releases(world):
    assert world.raw("POST", "/credentials/rotate-secret").status == 200
    assert world.raw("POST", "/account/rotate-secret", body={"oldSecretKey": OLD_KEY}).status == 200
