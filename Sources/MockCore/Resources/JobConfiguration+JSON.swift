import ScheduleLanguage
import WireJSON

extension JobConfiguration {
    /// As the wire has it: no nulls, empty members left out. Observed: schedule-language 1, Job fields.
    var json: JSON {
        var object: JSONObject = ["kind": .string(kind.rawValue)]
        func add(_ key: String, _ value: String?) {
            if let value, !value.isEmpty { object.append(key, .string(value)) }
        }
        add("purpose", purpose)
        add("subject", subject)
        add("nextRunAt", nextRunAt)
        add("recurrence", recurrence.rawValue)
        add("event", event)
        add("delivery", delivery.rawValue)
        add("cronExpression", cronExpression)
        add("channel", channel)
        if !recipients.isEmpty { object.append("recipients", .array(recipients.map(JSON.string))) }
        add("startDate", startDate)
        add("endDate", endDate)
        add("timezone", timezone)
        if !metadata.isEmpty {
            object.append("metadata", .object(JSONObject(metadata.map { ($0.key, .string($0.value)) })))
        }
        return .object(object)
    }
}
