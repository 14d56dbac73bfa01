/// Odd and even days, hours and minutes: "on odd days", "every even hour".
extension Reader {
    func parityDays(_ start: Int) -> (kind: Fragment.Kind, next: Int)? {
        let index = skipping(skipping(start, "on during every each"), "the")
        guard let parity = parity(index), isWord(parity.next, "day days date dates") else { return nil }
        let days = (1...31).filter { $0 % 2 == parity.remainder }.map { MonthDay.day($0) }
        let scope = monthScope(parity.next + 1)
        return (.monthDays(MonthDays(days: days, scope: scope?.scope ?? .everyMonth)), scope?.next ?? parity.next + 1)
    }

    func parityHours(_ start: Int) -> (kind: Fragment.Kind, next: Int)? {
        let index = skipping(skipping(start, "on during every each at"), "the")
        guard let parity = parity(index), isWord(parity.next, "hour hours") else { return nil }
        let clocks = (0...23).filter { $0 % 2 == parity.remainder }.map {
            WrittenClock(hour: $0, minute: 0, reading: .exact)
        }
        return (.times(clocks), parity.next + 1)
    }
}
