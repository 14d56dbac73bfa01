import CivilTime
import ScheduleLanguage
import Testing

/// The fields of a job configuration that do not come from the schedule alone.
@Suite struct JobFieldTests {
    private func request(_ prompt: String, zone: String = "America/New_York", now: String = "2026-01-14T10:30:00-05:00")
        throws -> ScheduleRequest
    {
        ScheduleRequest(
            prompt: prompt, zone: try #require(Zone(identifier: zone)), now: try #require(Instant(rfc3339: now)))
    }

    private func onlyJob(_ request: ScheduleRequest) throws -> JobConfiguration {
        guard case .jobs(let jobs) = schedule(request) else { throw ExpectedJob() }
        return try #require(jobs.count == 1 ? jobs.first : nil)
    }

    private struct ExpectedJob: Error {}

    /// Documented: README, AI-Powered Job Creation.
    @Test func theReadmesPromptIsAnswered() throws {
        var request = try request("Send weekly reports every Monday at 9 AM")
        request.purposes = ["reporting", "communication"]
        request.events = ["weekly_cycle"]
        request.recipients = ["team@example.com", "manager@example.com"]
        request.channels = ["email"]
        let job = try onlyJob(request)
        #expect(job.kind == .digest)
        #expect(job.purpose == "reporting")
        #expect(job.event == "weekly_cycle")
        #expect(job.recipients == ["team@example.com", "manager@example.com"])
        #expect(job.channel == "email" && job.delivery == .email)
        #expect(job.cronExpression == "0 9 * * 1" && job.recurrence == .weekly)
        #expect(job.nextRunAt == "2026-01-19T09:00:00-05:00" && job.startDate == job.nextRunAt && job.endDate == nil)
        #expect(job.timezone == "America/New_York")
        #expect(job.subject == "Send weekly reports")
    }

    @Test func defaultsHoldWithoutLists() throws {
        let job = try onlyJob(request("Remind me to stretch every hour"))
        #expect(job.kind == .reminder && job.delivery == .email && job.channel == "primary" && job.recipients.isEmpty)
        #expect(job.subject == "Stretch" && job.event == nil && job.metadata.isEmpty)
    }

    @Test(arguments: [
        ("Remind me to call mom tomorrow at 5pm", "Call mom"),
        ("Remind the team about the demo on Friday at noon", "The demo"),
        ("Every Monday at 9am send the report to Bob", "Send the report to Bob"),
        ("Remind me every 3 hours starting at 9am to drink", "Drink"),
        ("Post \"Ship it!\" every Friday at 5pm", "Ship it"),
        ("Remind me by email to pay rent on the 1st of every month", "Pay rent"),
    ])
    func subjectsAreWhatIsLeft(prompt: String, subject: String) throws {
        #expect(try onlyJob(request(prompt)).subject == subject)
    }

    /// A single run: the cron would come back a year later, and the end says that it does not.
    @Test func singleRunsEnd() throws {
        let job = try onlyJob(request("Remind me tomorrow at 2pm"))
        #expect(job.recurrence == .none && job.cronExpression == "0 14 15 1 *")
        #expect(job.nextRunAt == "2026-01-15T14:00:00-05:00" && job.endDate == job.nextRunAt && job.startDate == nil)
    }

    /// To the second, which no cron of five fields says: the start date does.
    @Test func singleRunsKeepTheirSeconds() throws {
        let job = try onlyJob(request("Remind me in 10 minutes", now: "2026-01-14T10:30:17.250-05:00"))
        #expect(
            job.nextRunAt == "2026-01-14T10:40:17-05:00" && job.cronExpression == nil && job.startDate == job.nextRunAt)
    }

    @Test func offsetsAreThoseOfTheDay() throws {
        #expect(try onlyJob(request("Remind me on July 1 at 9am")).nextRunAt == "2026-07-01T09:00:00-04:00")
        let london = try onlyJob(request("Remind me on February 1 at 9am", zone: "Europe/London"))
        #expect(london.nextRunAt == "2026-02-01T09:00:00+00:00")
        let utc = try onlyJob(request("Remind me on February 1 at 9am", zone: "UTC"))
        #expect(utc.nextRunAt == "2026-02-01T09:00:00Z")
    }

    @Test func endsAreTheLastRun() throws {
        let until = try onlyJob(request("every day at 10am until Feb 15"))
        #expect(until.endDate == "2026-02-15T10:00:00-05:00")
        let counted = try onlyJob(request("every Monday at 9am, 3 times"))
        #expect(counted.endDate == "2026-02-02T09:00:00-05:00")
    }

    @Test func explanationsNameTheWords() throws {
        var request = try request("Remind me evry Monday at 9am until March 2")
        request.explain = true
        let job = try onlyJob(request)
        let values = job.metadata.map(\.value)
        #expect(values.contains { $0.hasPrefix("evry Monday = days of the week Monday") })
        #expect(values.contains { $0.hasPrefix("at 9am = times of day 9:00") })
        #expect(values.contains { $0.hasPrefix("until March 2 = end") })
        request.explain = false
        #expect(try onlyJob(request).metadata.isEmpty)
    }

    @Test func approximationsAreFlagged() throws {
        let job = try onlyJob(request("every 3 days at 9am"))
        #expect(job.cronExpression == "0 9 */3 * *")
        #expect(job.metadata.contains { $0.key == "approximation" })
    }

    /// What no cron of five fields says exactly is said by several, each with its bounds.
    @Test func nthWeekdaysAreExactUnions() throws {
        guard case .jobs(let jobs) = schedule(try request("last Friday of every month at 4pm")) else {
            Issue.record("refused")
            return
        }
        #expect(jobs.count > 1 && jobs.allSatisfy { $0.endDate != nil && $0.metadata.contains { $0.key == "note" } })
        let zone = try #require(Zone(identifier: "America/New_York"))
        let runs = Judge.runs(of: jobs, after: try #require(Instant(rfc3339: "2026-01-14T10:30:00-05:00")), limit: 50)
        #expect(runs.count == 50)
        for run in runs {
            let civil = zone.civil(at: run)
            #expect(civil.date.weekday == 5 && civil.date.adding(days: 7).month != civil.date.month && civil.hour == 16)
        }
    }

    @Test func listsRestrictTheValues() throws {
        var request = try request("Post the summary in #ops every day at 9am")
        request.channels = ["general", "ops"]
        #expect(try onlyJob(request).channel == "ops")
        request.channels = ["general", "random"]
        #expect(try onlyJob(request).channel == "general")
    }
}
