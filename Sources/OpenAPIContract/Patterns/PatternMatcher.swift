/// Runs a program over a text: all alternatives advance together, scalar by scalar.
struct PatternMatcher {
    private let instructions: UnsafeBufferPointer<PatternProgram.Instruction>
    private let sets: UnsafeBufferPointer<ScalarSet>
    private let isAnchored: Bool
    private let subject: UnsafeBufferPointer<UInt8>
    /// Instructions that may still be looked at.
    private var stepsLeft: Int

    /// nil when the steps ran out. The arrays of the program are lent for the whole match: to look an instruction up
    /// must cost no more than its bytes.
    static func matches(_ program: PatternProgram, anywhereIn subject: UnsafeBufferPointer<UInt8>) -> Bool? {
        program.instructions.withUnsafeBufferPointer { instructions in
            program.sets.withUnsafeBufferPointer { sets in
                var matcher = PatternMatcher(instructions, sets, isAnchored: program.isAnchored, subject: subject)
                return matcher.matchesAnywhere()
            }
        }
    }

    private init(
        _ instructions: UnsafeBufferPointer<PatternProgram.Instruction>, _ sets: UnsafeBufferPointer<ScalarSet>,
        isAnchored: Bool, subject: UnsafeBufferPointer<UInt8>
    ) {
        self.instructions = instructions
        self.sets = sets
        self.isAnchored = isAnchored
        self.subject = subject
        // Plain expressions take a few steps a byte; nested look-arounds and huge expressions can take far more.
        stepsLeft = 2_000_000 + 32 * subject.count
    }

    private mutating func matchesAnywhere() -> Bool? {
        let isMatch = run(from: 0, at: 0, isBackward: false, isSearching: !isAnchored)
        return stepsLeft > 0 ? isMatch : nil
    }

    /// The instructions alive at one place of the text: a sparse set, emptied in no time.
    private struct Threads {
        private let dense: UnsafeMutablePointer<Int32>
        private let sparse: UnsafeMutablePointer<Int32>
        private(set) var count = 0

        /// `memory` has room for twice the program.
        init(memory: UnsafeMutablePointer<Int32>, size: Int) {
            dense = memory
            sparse = memory + size
        }

        subscript(index: Int) -> Int { Int(dense[index]) }

        func contains(_ instruction: Int) -> Bool {
            let place = Int(sparse[instruction])
            return place >= 0 && place < count && dense[place] == Int32(instruction)
        }

        mutating func insert(_ instruction: Int) {
            dense[count] = Int32(instruction)
            sparse[instruction] = Int32(count)
            count += 1
        }

        mutating func removeAll() { count = 0 }
    }

    /// Whether the instructions from `start` on match at `offset`, or, searching, anywhere after it.
    private mutating func run(from start: Int, at offset: Int, isBackward: Bool, isSearching: Bool) -> Bool {
        var start = start
        var offset = offset
        if !isSearching, let isMatch = goStraight(from: &start, at: &offset, isBackward) { return isMatch }
        return runThreads(from: start, at: offset, isBackward: isBackward, isSearching: isSearching)
    }

    /// Follows instructions that leave no choice, which are most of most patterns; nil at the first that leaves one.
    private mutating func goStraight(from place: inout Int, at offset: inout Int, _ isBackward: Bool) -> Bool? {
        while stepsLeft > 0 {
            stepsLeft -= 1
            switch instructions[place] {
            case .scalar, .set:
                guard let (scalar, after) = scalar(at: offset, isBackward: isBackward), takes(place, scalar) else {
                    return false
                }
                offset = after
            case .start: if offset != 0 { return false }
            case .end: if offset != subject.count { return false }
            case .match: return true
            case .split, .jump, .wordBoundary, .look: return nil
            }
            place += 1
        }
        return false
    }

    private mutating func runThreads(from start: Int, at offset: Int, isBackward: Bool, isSearching: Bool) -> Bool {
        let size = instructions.count
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: size * 6) { memory in
            guard let base = memory.baseAddress else { return false }
            base.initialize(repeating: 0, count: size * 6)
            var current = Threads(memory: base, size: size)
            var next = Threads(memory: base + 2 * size, size: size)
            let stack = base + 4 * size
            var offset = offset
            if follow(start, at: offset, isBackward, into: &current, stack: stack) { return true }
            while let (scalar, after) = self.scalar(at: offset, isBackward: isBackward) {
                if current.count == 0, !isSearching { return false }
                guard stepsLeft > 0 else { return false }
                next.removeAll()
                for index in 0..<current.count {
                    let place = current[index]
                    guard takes(place, scalar) else { continue }
                    if follow(place + 1, at: after, isBackward, into: &next, stack: stack) { return true }
                }
                if isSearching, follow(start, at: after, isBackward, into: &next, stack: stack) { return true }
                swap(&current, &next)
                offset = after
            }
            return false
        }
    }

    private func takes(_ place: Int, _ scalar: UInt32) -> Bool {
        switch instructions[place] {
        case .scalar(let wanted): wanted == scalar
        case .set(let index): sets[index].contains(scalar)
        case .split, .jump, .start, .end, .wordBoundary, .look, .match: false
        }
    }

    /// Adds `start` and all that is reached from it without taking a scalar; true when that is the end.
    private mutating func follow(
        _ start: Int, at offset: Int, _ isBackward: Bool, into threads: inout Threads,
        stack: UnsafeMutablePointer<Int32>
    ) -> Bool {
        var height = 1
        stack[0] = Int32(start)
        while height > 0 {
            height -= 1
            let place = Int(stack[height])
            guard !threads.contains(place) else { continue }
            threads.insert(place)
            stepsLeft -= 1
            guard stepsLeft > 0 else { return false }
            var reached: Int?
            switch instructions[place] {
            case .scalar, .set: continue
            case .match: return true
            case .jump(let target): reached = target
            case .split(let first, let second):
                stack[height] = Int32(second)
                height += 1
                reached = first
            case .start: if offset == 0 { reached = place + 1 }
            case .end: if offset == subject.count { reached = place + 1 }
            case .wordBoundary(let isNegated):
                if isWordBoundary(at: offset) != isNegated { reached = place + 1 }
            case .look(let isBehind, let isNegated, let target):
                let holds = run(from: place + 1, at: offset, isBackward: isBehind, isSearching: false)
                if holds != isNegated { reached = target }
            }
            if let reached {
                stack[height] = Int32(reached)
                height += 1
            }
        }
        return false
    }

    private func isWordBoundary(at offset: Int) -> Bool {
        isWordByte(at: offset - 1) != isWordByte(at: offset)
    }

    /// Word scalars are ASCII, so the byte tells.
    private func isWordByte(at offset: Int) -> Bool {
        guard subject.indices.contains(offset) else { return false }
        return ScalarSet.wordScalars.contains(UInt32(subject[offset])) && subject[offset] < 0x80
    }

    /// The scalar after (or before) `offset` and the offset beyond it; nil at the end. The text is valid UTF-8.
    private func scalar(at offset: Int, isBackward: Bool) -> (UInt32, Int)? {
        guard isBackward else {
            guard offset < subject.count else { return nil }
            let length = Self.length(of: subject[offset])
            return (decode(offset, length), offset + length)
        }
        guard offset > 0 else { return nil }
        var start = offset - 1
        while start > 0, subject[start] & 0xC0 == 0x80 { start -= 1 }
        return (decode(start, offset - start), start)
    }

    private static func length(of leadByte: UInt8) -> Int {
        switch leadByte {
        case 0..<0x80: 1
        case 0x80..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
    }

    private func decode(_ offset: Int, _ length: Int) -> UInt32 {
        let lead = UInt32(subject[offset])
        guard length > 1 else { return lead }
        var value = lead & (0x7F >> UInt32(length))
        for index in 1..<length { value = value << 6 | UInt32(subject[offset + index] & 0x3F) }
        return value
    }
}
