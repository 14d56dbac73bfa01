"""Health: open to all, every value of the raft statistics is text, and the indexes move with writes."""

FIELDS = """applied_index commit_index fsm_pending last_contact last_log_index last_log_term last_snapshot_index
last_snapshot_term latest_configuration latest_configuration_index num_peers protocol_version protocol_version_max
protocol_version_min snapshot_version_max snapshot_version_min state term""".split()
MOVING = ("applied_index", "commit_index", "last_log_index")


def test_health_needs_no_credential(world):
    health = world.client(None, None, None).healthcheck()
    assert health["success"] is True
    assert isinstance(health["data"]["leaderAddress"], str)
    assert isinstance(health["data"]["leaderId"], str) and health["data"]["leaderId"]
    stats = health["data"]["raftStats"]
    assert sorted(stats) == sorted(FIELDS)
    assert all(isinstance(value, str) for value in stats.values())
    assert stats["state"] == "Leader"
    assert all(stats[name].isdigit() for name in MOVING + ("term",))


def test_wrong_credentials_do_not_matter_to_health(world):
    assert world.client("wrong", "wrong").healthcheck()["success"]


def test_writes_move_the_indexes_and_reads_do_not(world):
    stats = lambda: world.api.healthcheck()["data"]["raftStats"]
    before = stats()
    world.api.list_projects()
    assert {name: stats()[name] for name in MOVING} == {name: before[name] for name in MOVING}
    world.new_project()
    after = stats()
    for name in MOVING:
        assert int(after[name]) > int(before[name])
