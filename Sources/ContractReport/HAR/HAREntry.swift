/// One entry of recorded traffic.
struct HAREntry {
    /// `/log/entries/3`
    var pointer: String
    var exchange: RecordedExchange
    /// Why it is no call of the API that could be checked.
    var skipReason: String?
}
