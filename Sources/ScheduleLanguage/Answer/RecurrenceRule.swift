/// The nearest value of the recurrence field.
///
/// Documented: schedule-language 1: the cron keeps what the field cannot say.
enum RecurrenceRule {
    static func nearest(_ recurrence: Recurrence) -> JobConfiguration.Recurrence {
        let days = recurrence.days
        let perDay = recurrence.minutes.count
        if perDay > 24 || recurrence.unit == .minute { return .everyMinute }
        if perDay > 3 || recurrence.unit == .hour { return .everyHour }
        if !days.dates.isEmpty { return .yearly }
        if !days.monthDays.isEmpty {
            if days.monthDays.count > 8 { return .daily }
            return days.months.map { $0.count <= 2 } ?? false ? .yearly : .monthly
        }
        guard let weekdays = days.weekdays else { return .daily }
        return weekdays.count >= 5 ? .daily : .weekly
    }
}
