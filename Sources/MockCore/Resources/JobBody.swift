import CivilTime
import Cron
import Scheduler0API
import WireJSON

/// What a request says of a job; nil where it says nothing (or what Go takes for nothing).
struct JobBody: Hashable {
    var projectID: Int64?
    var executorID: Int64?
    var spec: String?
    var data: String?
    var startDate: String?
    var endDate: String?
    var timezone: String?
    var timezoneOffset: Int64?
    var retryMax: Int64?
    var status: String?
    var createdBy: String?
    var modifiedBy: String?

    init() {}

    init(_ json: JSON, goType: String) throws {
        let fields = try Fields(json, structName: "Job", goType: goType)
        projectID = try fields.uint("projectId").flatMap { $0 == 0 ? nil : $0 }
        executorID = try fields.uint("executorId").flatMap { $0 == 0 ? nil : $0 }
        spec = try fields.text("spec")
        data = try fields.text("data")
        startDate = try fields.text("startDate")
        endDate = try fields.text("endDate")
        timezone = try fields.text("timezone")
        timezoneOffset = try fields.int("timezoneOffset")
        retryMax = try fields.int("retryMax")
        status = try fields.text("status")
        createdBy = try fields.text("createdBy")
        modifiedBy = try fields.text("modifiedBy")
    }

    /// The same body as JSON, for the input of the task that creates the job.
    var json: JSON {
        var object = JSONObject()
        func add(_ key: String, _ value: JSON?) { if let value { object.append(key, value) } }
        add("projectId", projectID.map(JSON.int))
        add("spec", spec.map(JSON.string))
        add("data", data.map(JSON.string))
        add("executorId", executorID.map(JSON.int))
        add("startDate", startDate.map(JSON.string))
        add("endDate", endDate.map(JSON.string))
        add("timezone", timezone.map(JSON.string))
        add("timezoneOffset", timezoneOffset.map(JSON.int))
        add("retryMax", retryMax.map(JSON.int))
        add("status", status.map(JSON.string))
        add("createdBy", createdBy.map(JSON.string))
        return .object(object)
    }
}

/// A job that may be created.
struct JobDraft {
    let values: JobValues
    let project: Int64
    let createdBy: String

    init(_ body: JobBody, _ values: JobValues) {
        self.values = values
        project = body.projectID ?? 0
        createdBy = body.createdBy ?? ""
    }
}

/// The values of a job that have passed every rule.
struct JobValues {
    var executorID: Int64?
    var spec: String
    var data: String
    var startDate: Instant?
    var endDate: Instant?
    var timezone: String
    var timezoneOffset: Int64
    var retryMax: Int64
    var status: JobStatus
}
