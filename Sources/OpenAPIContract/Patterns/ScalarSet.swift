/// A set of Unicode scalars: ranges, and classes that only Unicode's tables know.
struct ScalarSet: Sendable {
    /// Unicode general categories, negated or not.
    struct CategoryTest: Sendable {
        let categories: Set<Unicode.GeneralCategory>
        let isNegated: Bool

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            categories.contains(scalar.properties.generalCategory) != isNegated
        }
    }

    private(set) var ranges: [ClosedRange<UInt32>] = []
    private var tests: [CategoryTest] = []
    private var isInverted = false
    /// Membership of U+0000 to U+007F, kept so that plain text never looks at the ranges.
    private var lowBits: UInt64 = 0
    private var highBits: UInt64 = 0

    init() {}

    init(_ ranges: ClosedRange<UInt32>...) {
        for range in ranges { insert(range) }
    }

    init(scalar: Unicode.Scalar) { insert(scalar.value...scalar.value) }

    init(categories: Set<Unicode.GeneralCategory>, isNegated: Bool) {
        tests = [CategoryTest(categories: categories, isNegated: isNegated)]
        fillBits()
    }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
        fillBits()
    }

    /// Adds the members of `other`, which must not be inverted.
    mutating func formUnion(_ other: ScalarSet) {
        if other.isInverted {
            ranges += Self.complement(of: other.ranges)
            tests += other.tests.map { CategoryTest(categories: $0.categories, isNegated: !$0.isNegated) }
        } else {
            ranges += other.ranges
            tests += other.tests
        }
        fillBits()
    }

    var inverted: ScalarSet {
        var copy = self
        copy.isInverted.toggle()
        copy.fillBits()
        return copy
    }

    /// The one scalar in the set, if it was made of just one.
    var onlyScalar: UInt32? {
        guard !isInverted, tests.isEmpty, ranges.count == 1, let range = ranges.first,
            range.lowerBound == range.upperBound
        else { return nil }
        return range.lowerBound
    }

    func contains(_ value: UInt32) -> Bool {
        if value < 64 { return lowBits >> UInt64(value) & 1 == 1 }
        if value < 128 { return highBits >> UInt64(value - 64) & 1 == 1 }
        return holds(value)
    }

    private func holds(_ value: UInt32) -> Bool {
        var isMember = ranges.contains { $0.contains(value) }
        if !isMember, !tests.isEmpty, let scalar = Unicode.Scalar(value) {
            isMember = tests.contains { $0.contains(scalar) }
        }
        return isMember != isInverted
    }

    private mutating func fillBits() {
        lowBits = 0
        highBits = 0
        for value: UInt32 in 0..<64 {
            if holds(value) { lowBits |= 1 << UInt64(value) }
            if holds(value + 64) { highBits |= 1 << UInt64(value) }
        }
    }

    private static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return result
    }
}

extension ScalarSet {
    static let digits = ScalarSet(0x30...0x39)
    static let wordScalars = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
    /// ECMA-262's white space and line terminators.
    static let whiteSpace = ScalarSet(
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF)
    /// What `.` does not match.
    static let lineTerminators = ScalarSet(0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029)
}
