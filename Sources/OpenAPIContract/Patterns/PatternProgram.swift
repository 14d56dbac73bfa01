/// A regular expression as instructions for a machine that follows all alternatives at once.
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        /// Takes this scalar.
        case scalar(UInt32)
        /// Takes a scalar of `sets[index]`.
        case set(Int)
        /// Goes on at both places.
        case split(Int, Int)
        case jump(Int)
        case start
        case end
        case wordBoundary(isNegated: Bool)
        /// Goes on after `next` if the instructions from here on match (or do not) at this place.
        case look(isBehind: Bool, isNegated: Bool, next: Int)
        case match
    }

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarSet] = []
    /// Whether a match can only begin at the start of the text, so that one try is enough.
    let isAnchored: Bool

    private var emittedCount = 0

    /// Programs above this are refused: `(a{1000}){1000}` is short to write, and so is `((){1000}){1000}`.
    private static let maximumSize = 20_000

    init(_ tree: PatternNode) throws(PatternError) {
        isAnchored = Self.startsAtStart(tree)
        try emit(tree, isBackward: false)
        instructions.append(.match)
    }

    private static func startsAtStart(_ tree: PatternNode) -> Bool {
        switch tree {
        case .start: true
        case .sequence(let parts): parts.first.map(startsAtStart) ?? false
        case .choice(let branches): branches.allSatisfy(startsAtStart)
        case .empty, .scalars, .repeated, .end, .wordBoundary, .look: false
        }
    }

    /// Adds the instructions of `tree`; `isBackward` when they run against the text, inside a look-behind.
    private mutating func emit(_ tree: PatternNode, isBackward: Bool) throws(PatternError) {
        emittedCount += 1
        guard emittedCount < Self.maximumSize else {
            throw PatternError(reason: .unsupported("an expression of this size"), offset: 0)
        }
        switch tree {
        case .empty: break
        case .scalars(let set):
            if let scalar = set.onlyScalar {
                instructions.append(.scalar(scalar))
            } else {
                instructions.append(.set(sets.count))
                sets.append(set)
            }
        case .sequence(let parts):
            for part in isBackward ? parts.reversed() : parts { try emit(part, isBackward: isBackward) }
        case .choice(let branches): try emitChoice(branches, isBackward: isBackward)
        case .repeated(let part, let minimum, let maximum):
            try emitRepetition(of: part, minimum: minimum, maximum: maximum, isBackward: isBackward)
        case .start: instructions.append(.start)
        case .end: instructions.append(.end)
        case .wordBoundary(let isNegated): instructions.append(.wordBoundary(isNegated: isNegated))
        case .look(let content, let isBehind, let isNegated):
            let place = instructions.count
            instructions.append(.jump(0))
            try emit(content, isBackward: isBehind)
            instructions.append(.match)
            instructions[place] = .look(isBehind: isBehind, isNegated: isNegated, next: instructions.count)
        }
    }

    private mutating func emitChoice(_ branches: [PatternNode], isBackward: Bool) throws(PatternError) {
        var ends: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index < branches.count - 1 else {
                try emit(branch, isBackward: isBackward)
                break
            }
            let split = instructions.count
            instructions.append(.jump(0))
            try emit(branch, isBackward: isBackward)
            ends.append(instructions.count)
            instructions.append(.jump(0))
            instructions[split] = .split(split + 1, instructions.count)
        }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    private mutating func emitRepetition(
        of part: PatternNode, minimum: Int, maximum: Int?, isBackward: Bool
    ) throws(PatternError) {
        for _ in 0..<minimum { try emit(part, isBackward: isBackward) }
        guard let maximum else {
            let split = instructions.count
            instructions.append(.jump(0))
            try emit(part, isBackward: isBackward)
            instructions.append(.jump(split))
            instructions[split] = .split(split + 1, instructions.count)
            return
        }
        var splits: [Int] = []
        for _ in 0..<(maximum - minimum) {
            splits.append(instructions.count)
            instructions.append(.jump(0))
            try emit(part, isBackward: isBackward)
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
    }
}
