/// The tables of a world. Dates are milliseconds since 1970; secrets are AES-GCM boxes; `date_deleted` marks a row as
/// gone (it stays for the log and the counts). The indexes of list orders are made when first needed, see `ListIndex`.
enum Tables {
    static let all = [world, accounts, credentials, projects, executors, jobs, executions, tasks, prompts, control]

    /// Single values of a world: clock, counters, the secret key.
    private static let world = """
        CREATE TABLE world (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
        CREATE TABLE live_counts (
            account_id INTEGER NOT NULL, kind TEXT NOT NULL, parent_id INTEGER NOT NULL, total INTEGER NOT NULL,
            PRIMARY KEY (account_id, kind, parent_id)
        ) WITHOUT ROWID;
        """

    private static let accounts = """
        CREATE TABLE accounts (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, date_created INTEGER NOT NULL, date_modified INTEGER,
            api_level TEXT, execution_count INTEGER NOT NULL, tokens INTEGER NOT NULL,
            count_modified INTEGER NOT NULL, next_reset_date INTEGER NOT NULL, ai_period_start INTEGER NOT NULL
        );
        CREATE TABLE account_features (
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE, feature_id INTEGER NOT NULL,
            PRIMARY KEY (account_id, feature_id)
        ) WITHOUT ROWID;
        CREATE TABLE ai_settings (
            account_id INTEGER PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
            provider TEXT, model TEXT, active_models TEXT NOT NULL, openai_api_key BLOB, anthropic_api_key BLOB,
            bedrock_access_key_id BLOB, bedrock_secret_key BLOB, openrouter_api_key BLOB, bedrock_region TEXT,
            date_created INTEGER NOT NULL, date_modified INTEGER
        );
        """

    private static let credentials = """
        CREATE TABLE credentials (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            api_key TEXT NOT NULL UNIQUE, secret BLOB NOT NULL, scopes TEXT NOT NULL, archived INTEGER NOT NULL,
            expires_at INTEGER, created_by TEXT NOT NULL, modified_by TEXT, deleted_by TEXT, archived_by TEXT,
            date_created INTEGER NOT NULL, date_modified INTEGER, date_deleted INTEGER
        );
        \(counted("credentials", live: "date_deleted IS NULL AND archived = 0"))
        """

    private static let projects = """
        CREATE TABLE projects (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            name TEXT NOT NULL, description TEXT NOT NULL, created_by TEXT NOT NULL, modified_by TEXT,
            deleted_by TEXT, date_created INTEGER NOT NULL, date_modified INTEGER, date_deleted INTEGER
        );
        CREATE UNIQUE INDEX projects_name ON projects(account_id, name) WHERE date_deleted IS NULL;
        \(counted("projects"))
        """

    private static let executors = """
        CREATE TABLE executors (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            name TEXT NOT NULL, description TEXT NOT NULL, tags TEXT NOT NULL, type TEXT NOT NULL,
            cloud_provider TEXT NOT NULL, region TEXT NOT NULL, cloud_resource_url TEXT NOT NULL,
            cloud_api_key BLOB, cloud_api_secret BLOB, webhook_url TEXT NOT NULL, webhook_method TEXT NOT NULL,
            webhook_secret BLOB, command TEXT NOT NULL, working_dir TEXT NOT NULL,
            payload_aggregation INTEGER NOT NULL, created_by TEXT NOT NULL, modified_by TEXT, deleted_by TEXT,
            date_created INTEGER NOT NULL, date_modified INTEGER, date_deleted INTEGER
        );
        \(counted("executors"))
        CREATE TABLE leases (
            executor_id INTEGER PRIMARY KEY REFERENCES executors(id) ON DELETE CASCADE,
            expires_at INTEGER NOT NULL, last_pull_at INTEGER NOT NULL, pulls INTEGER NOT NULL
        );
        CREATE TABLE pulls (
            id INTEGER PRIMARY KEY, executor_id INTEGER NOT NULL REFERENCES executors(id) ON DELETE CASCADE,
            date_created INTEGER NOT NULL, jobs INTEGER NOT NULL
        );
        CREATE TABLE outcome_scripts (
            executor_id INTEGER PRIMARY KEY REFERENCES executors(id) ON DELETE CASCADE,
            script TEXT NOT NULL, position INTEGER NOT NULL
        );
        """

    /// `schedules` holds a job's next run apart from the job, so that firing rewrites a short row.
    private static let jobs = """
        CREATE TABLE jobs (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            project_id INTEGER NOT NULL REFERENCES projects(id), executor_id INTEGER REFERENCES executors(id),
            spec TEXT NOT NULL, data TEXT NOT NULL, start_date INTEGER, end_date INTEGER, timezone TEXT NOT NULL,
            timezone_offset INTEGER NOT NULL, retry_max INTEGER NOT NULL, status TEXT NOT NULL,
            created_by TEXT NOT NULL, modified_by TEXT, deleted_by TEXT,
            date_created INTEGER NOT NULL, date_modified INTEGER, date_deleted INTEGER
        );
        \(counted("jobs", parent: "project_id"))
        CREATE TABLE schedules (
            job_id INTEGER PRIMARY KEY REFERENCES jobs(id) ON DELETE CASCADE,
            due_at INTEGER, sequence INTEGER NOT NULL, run_at INTEGER, attempt_at INTEGER,
            attempt INTEGER NOT NULL, version INTEGER NOT NULL, last_run INTEGER, last_state INTEGER,
            pending_state INTEGER, in_flight INTEGER NOT NULL
        );
        CREATE INDEX schedules_due ON schedules(due_at, sequence) WHERE due_at IS NOT NULL AND in_flight = 0;
        CREATE INDEX schedules_in_flight ON schedules(job_id) WHERE in_flight = 1;
        """

    /// The execution log. `unique_id` is stored for reported rows only; of a run it follows from job and instants.
    private static let executions = """
        CREATE TABLE executions (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, job_id INTEGER NOT NULL, project_id INTEGER NOT NULL,
            state INTEGER NOT NULL, version INTEGER NOT NULL, queue_version INTEGER NOT NULL,
            last_execution INTEGER, next_execution INTEGER, previous_run INTEGER, unique_id TEXT,
            date_created INTEGER NOT NULL
        );
        \(executionsByDate)
        """

    static let executionsByDate =
        "CREATE INDEX IF NOT EXISTS executions_by_date_created ON executions(account_id, date_created, id);"

    private static let tasks = """
        CREATE TABLE tasks (
            id INTEGER PRIMARY KEY, request_id TEXT NOT NULL UNIQUE,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE, service TEXT NOT NULL,
            input TEXT NOT NULL, output TEXT NOT NULL, state INTEGER NOT NULL,
            date_created INTEGER NOT NULL, date_modified INTEGER, due_at INTEGER, sequence INTEGER NOT NULL
        );
        CREATE INDEX tasks_due ON tasks(due_at, sequence) WHERE due_at IS NOT NULL;
        CREATE INDEX tasks_unfinished ON tasks(id) WHERE state < 2;
        """

    private static let prompts = """
        CREATE TABLE prompt_requests (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            kind TEXT NOT NULL, prompt TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,
            output TEXT NOT NULL, input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL,
            status TEXT NOT NULL, error TEXT, date_created INTEGER NOT NULL
        );
        CREATE INDEX prompt_requests_by_date ON prompt_requests(account_id, kind, date_created, id);
        """

    /// What tests set up through the control API and belongs to the world.
    private static let control = """
        CREATE TABLE timers (
            name TEXT NOT NULL, subject INTEGER NOT NULL, due_at INTEGER NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (name, subject)
        ) WITHOUT ROWID;
        CREATE INDEX timers_due ON timers(due_at, sequence);
        CREATE TABLE sinks (name TEXT PRIMARY KEY, answers TEXT NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE sink_requests (
            id INTEGER PRIMARY KEY, sink TEXT NOT NULL, date_created INTEGER NOT NULL, method TEXT NOT NULL,
            path TEXT NOT NULL, headers TEXT NOT NULL, body TEXT NOT NULL
        );
        CREATE INDEX sink_requests_of ON sink_requests(sink, id);
        """

    /// Triggers that keep `live_counts` exact, so that the total of a list costs the same at any length.
    private static func counted(
        _ table: String, parent: String? = nil, live: String = "date_deleted IS NULL"
    ) -> String {
        func step(_ row: String, _ by: Int) -> String {
            let owner = parent.map { "\(row).\($0)" } ?? "0"
            let condition = live.replacing("date_deleted", with: "\(row).date_deleted")
                .replacing("archived", with: "\(row).archived")
            return """
                INSERT INTO live_counts SELECT \(row).account_id, '\(table)', \(owner), \(by) WHERE \(condition)
                ON CONFLICT DO UPDATE SET total = total + (\(by));
                """
        }
        let watched = [parent, "date_deleted", live.contains("archived") ? "archived" : nil].compactMap(\.self)
        return """
            CREATE TRIGGER \(table)_inserted AFTER INSERT ON \(table) BEGIN \(step("NEW", 1)) END;
            CREATE TRIGGER \(table)_removed AFTER DELETE ON \(table) BEGIN \(step("OLD", -1)) END;
            CREATE TRIGGER \(table)_changed AFTER UPDATE OF \(watched.joined(separator: ", ")) ON \(table)
            BEGIN \(step("OLD", -1)) \(step("NEW", 1)) END;
            """
    }
}
