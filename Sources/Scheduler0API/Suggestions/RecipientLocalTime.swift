/// What the time is where a recipient is.
public struct RecipientLocalTime: Codable, Hashable, Sendable {
    public var recipientID: String
    public var datetime: Timestamp?
    public var timezone: String
    public var day: String
    public var time: String
    public var withinWorkingHours: Bool
    public var withinQuietHours: Bool
    public var isWeekend: Bool
    public var isHoliday: Bool

    public init(
        recipientID: String = "", datetime: Timestamp? = nil, timezone: String = "", day: String = "",
        time: String = "", withinWorkingHours: Bool = false, withinQuietHours: Bool = false, isWeekend: Bool = false,
        isHoliday:
            Bool = false
    ) {
        self.recipientID = recipientID
        self.datetime = datetime
        self.timezone = timezone
        self.day = day
        self.time = time
        self.withinWorkingHours = withinWorkingHours
        self.withinQuietHours = withinQuietHours
        self.isWeekend = isWeekend
        self.isHoliday = isHoliday
    }

    private enum CodingKeys: String, CodingKey {
        case recipientID = "recipient_id"
        case datetime
        case timezone
        case day
        case time
        case withinWorkingHours = "within_working_hours"
        case withinQuietHours = "within_quiet_hours"
        case isWeekend = "is_weekend"
        case isHoliday = "is_holiday"
    }
}
