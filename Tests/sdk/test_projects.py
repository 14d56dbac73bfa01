"""Projects: unique by name within their account, and the owners of their jobs."""

import pytest
from scheduler0.types import ProjectDeleteRequestBody, ProjectRequestBody, ProjectUpdateRequestBody

from support.world import MISSING_ID, PROJECT, assert_page, assert_utc, ids, refused


def body(name="My Project", description="Project description", created_by="user@example.com"):
    return ProjectRequestBody(name=name, description=description, created_by=created_by)


def change(description="Updated description", modified_by="user@example.com"):
    return ProjectUpdateRequestBody(description=description, modified_by=modified_by)


def delete(client, project):
    client.delete_project(project, ProjectDeleteRequestBody(deleted_by="user@example.com"))


def test_create_project(world):
    project = world.api.create_project(body())["data"]
    assert project["id"] == PROJECT + 1
    assert project["accountId"] == 123
    assert project["name"] == "My Project"
    assert project["description"] == "Project description"
    assert project["createdBy"] == "user@example.com"
    assert_utc(project["dateCreated"])
    assert world.api.get_project(project["id"])["data"]["name"] == "My Project"


def test_names_are_unique_within_an_account(world):
    first = world.api.create_project(body())["data"]["id"]
    with refused(400, exactly=f"another project exist with the same name, project with id {first} has the same name"):
        world.api.create_project(body(name="  My Project "))
    assert world.api.create_project(body(name="my project"))["data"]["id"] == first + 1
    assert world.api.create_project(body(), account_id_override="456")["success"]
    assert world.api.list_projects()["data"]["total"] == 3


def test_the_name_of_a_deleted_project_is_free(world):
    first = world.api.create_project(body())["data"]["id"]
    delete(world.api, first)
    assert world.api.create_project(body())["data"]["id"] == first + 1


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"created_by": ""}, "createdBy is required"),
        ({"name": ""}, "name field is required"),
        ({"name": "  \t"}, "name field is required"),
        ({"description": ""}, "description field is required"),
        ({"created_by": "", "name": "", "description": ""}, "createdBy is required"),
        ({"name": "", "description": ""}, "name field is required"),
    ],
)
def test_what_a_project_needs(world, fields, message):
    with refused(400, exactly=message):
        world.api.create_project(body(**fields))
    assert world.api.list_projects()["data"]["total"] == 1


def test_list_projects(world):
    made = [world.new_project(name) for name in ("delta", "alpha", "charlie", "bravo")]
    page = world.api.list_projects(limit=10, offset=0, order_by="date_created", order_by_direction="desc")["data"]
    assert_page(page, "projects", 5, 0, 10)
    by_name = world.api.list_projects(limit=3, order_by="name", order_by_direction="desc")["data"]
    names = [
        row["name"] for row in world.api.list_projects(order_by="name", order_by_direction="asc")["data"]["projects"]
    ]
    assert [name for name in names if name in "alpha bravo charlie delta".split()] == [
        "alpha",
        "bravo",
        "charlie",
        "delta",
    ]
    assert [row["name"] for row in by_name["projects"]] == names[::-1][:3]
    second = world.api.list_projects(limit=2, offset=2, order_by="id", order_by_direction="asc")["data"]
    assert_page(second, "projects", 5, 2, 2)
    assert ids(second["projects"]) == ids(made[1:3])


def test_newest_first_is_the_order_without_asking(world):
    made = ids(world.new_project(name) for name in ("one", "two", "three"))
    assert ids(world.api.list_projects()["data"]["projects"]) == made[::-1] + [PROJECT]


@pytest.mark.parametrize("column", ["id", "name", "description", "date_created", "account_id"])
def test_every_order_works(world, column):
    world.new_project()
    for direction in ("ASC", "desc"):
        assert world.api.list_projects(order_by=column, order_by_direction=direction)["data"]["total"] == 2


@pytest.mark.parametrize(
    "keywords, status, message",
    [
        ({"limit": 101}, 429, "too many projects. limit should be less than 100"),
        ({"limit": 0}, 400, "limit should be greater than 0"),
        ({"limit": "ten"}, 400, 'strconv.Atoi: parsing "ten": invalid syntax'),
        ({"offset": "x"}, 400, 'strconv.Atoi: parsing "x": invalid syntax'),
        ({"order_by": "modified_by"}, 400, "invalid order by column"),
        ({"order_by": "name; DROP TABLE projects"}, 400, "invalid order by column"),
        ({"order_by_direction": "sideways"}, 400, "invalid order by direction. Must be ASC or DESC"),
    ],
)
def test_wrong_lists(world, keywords, status, message):
    with refused(status, exactly=message):
        world.api.list_projects(**keywords)


def test_a_hundred_a_page_is_allowed(world):
    assert world.api.list_projects(limit=100)["data"]["limit"] == 100


def test_accounts_do_not_see_each_other(world):
    other = world.new_project("Theirs", account_id_override="456")
    assert other["accountId"] == 456
    assert ids(world.api.list_projects(limit=10, offset=0, account_id_override="456")["data"]["projects"]) == [
        other["id"]
    ]
    assert other["id"] not in ids(world.api.list_projects()["data"]["projects"])
    with refused(404, "project does not exist"):
        world.api.get_project(other["id"])
    with refused(404, "project does not exist"):
        world.api.update_project(other["id"], change())
    with refused(404, "project does not exist"):
        delete(world.api, other["id"])


def test_the_account_may_come_with_the_body(world):
    project = body()
    project.account_id = 456
    assert world.api.create_project(project)["data"]["accountId"] == 456


def test_update_project(world):
    project = world.new_project("Steady")
    changed = world.api.update_project(project["id"], change())["data"]
    assert changed["description"] == "Updated description"
    assert changed["name"] == "Steady"
    assert changed["modifiedBy"] == "user@example.com"
    assert_utc(changed["dateModified"])
    assert world.api.get_project(project["id"])["data"]["description"] == "Updated description"


def test_wrong_updates(world):
    with refused(400, exactly="modifiedBy is required"):
        world.api.update_project(PROJECT, change(modified_by=""))
    with refused(400, exactly="description field is required"):
        world.api.update_project(PROJECT, change(description=" "))
    with refused(404, "project does not exist"):
        world.api.update_project(MISSING_ID, change())


def test_delete_project_takes_its_jobs_along(world):
    project = world.new_project("Doomed")
    doomed = world.new_job(project_id=project["id"])
    spared = world.new_job()
    assert world.api.delete_project(project["id"], ProjectDeleteRequestBody(deleted_by="me")) is None
    with refused(404, "project does not exist"):
        world.api.get_project(project["id"])
    with refused(404):
        world.api.get_job(doomed["id"])
    assert ids(world.api.list_jobs()["data"]["jobs"]) == [spared["id"]]
    assert ids(world.api.list_projects()["data"]["projects"]) == [PROJECT]
    with refused(404, "project does not exist"):
        delete(world.api, project["id"])


def test_deleting_needs_who_did_it(world):
    with refused(400, exactly="deletedBy is required"):
        world.api.delete_project(PROJECT, ProjectDeleteRequestBody(deleted_by=""))
    assert world.api.get_project(PROJECT)["data"]["id"] == PROJECT


def test_unknown_and_placeholder(world):
    with refused(404, "project does not exist"):
        world.api.get_project(MISSING_ID)
    for call in (
        world.api.get_project,
        lambda i: world.api.update_project(i, change()),
        lambda i: delete(world.api, i),
    ):
        with refused(400):
            call("project-id")


def test_scopes(world):
    reader, writer = world.scoped("read"), world.scoped("write")
    assert reader.list_projects()["data"]["total"] == 1
    assert reader.get_project(PROJECT)["data"]["id"] == PROJECT
    with refused(403, exactly="credential missing required scope: write"):
        reader.create_project(body())
    with refused(403, exactly="credential missing required scope: write"):
        delete(reader, PROJECT)
    with refused(403, exactly="credential missing required scope: read"):
        writer.list_projects()
    assert writer.create_project(body())["data"]["name"] == "My Project"
