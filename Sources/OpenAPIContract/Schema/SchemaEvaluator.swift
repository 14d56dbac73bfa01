import WireJSON

/// Checks one value against one schema.
///
/// Works in two ways with the same rules: plainly, where the first fault ends it and nothing is written down, and
/// explaining, where every fault becomes a violation. Values are nearly always right, so the plain way comes first.
struct SchemaEvaluator {
    enum Step {
        case member(String)
        case element(Int)
    }

    let nodes: [SchemaNode]
    let direction: Direction
    private let location: Violation.Location?
    private(set) var violations: [Violation] = []
    private var path: [Step] = []
    /// The resources entered, outermost first, for `$dynamicRef`.
    private(set) var scope: [Int] = []
    private var depth = 0
    private var stepsLeft: Int
    private var isExhausted = false

    /// Schemas that can be open at once: more than the levels of the deepest body, and well within any stack.
    private static let maximumDepth = 800
    /// Schemas applied to one value in all. A recursive schema with alternatives can double the work at each level; a
    /// body of 8 MiB with plain schemas stays below.
    static let maximumSteps = 10_000_000

    init(
        nodes: [SchemaNode], direction: Direction, explaining location: Violation.Location? = nil,
        maximumSteps: Int = SchemaEvaluator.maximumSteps
    ) {
        self.nodes = nodes
        stepsLeft = maximumSteps
        self.direction = direction
        self.location = location
    }

    var isExplaining: Bool { location != nil }

    /// What a check came to.
    enum Verdict {
        case valid
        case invalid
        /// It was given up: too deep or too long.
        case exhausted
    }

    mutating func verdict(on value: JSON, _ schema: Int) -> Verdict {
        let isValid = check(value, schema)
        return isExhausted ? .exhausted : (isValid ? .valid : .invalid)
    }

    /// Every fault; for an evaluator that explains.
    consuming func violations(of value: JSON, _ schema: Int) -> [Violation] {
        if case .exhausted = verdict(on: value, schema) { return exhaustion(of: value, schema) }
        return violations
    }

    /// The one fault of a value that takes too long to check; for an evaluator that explains.
    consuming func exhaustion(of value: JSON, _ schema: Int) -> [Violation] {
        path = []
        violations = []
        let rule = "a value that can be checked in \(Self.maximumSteps) steps and \(Self.maximumDepth) open schemas"
        _ = fail(nodes[schema], "limit", expected: rule, found: "\(value.shortDescription) that takes more")
        return violations
    }

    /// Whether `value` meets the schema, noting faults when explaining.
    mutating func check(_ value: JSON, _ schema: Int) -> Bool {
        var node = nodes[schema]
        stepsLeft -= 1
        while let target = node.alias, stepsLeft > 0 {
            node = nodes[target]
            stepsLeft -= 1
        }
        guard depth < Self.maximumDepth, stepsLeft > 0, !isExhausted else {
            isExhausted = true
            return false
        }
        depth += 1
        let entersResource = scope.last != node.resource
        if entersResource { scope.append(node.resource) }
        let isValid = checkRules(value, node)
        if entersResource { scope.removeLast() }
        depth -= 1
        return isValid
    }

    private mutating func checkRules(_ value: JSON, _ node: SchemaNode) -> Bool {
        if let always = node.rules.always {
            return always || fail(node, "false", expected: "nothing at all", found: value.shortDescription)
        }
        if node.rules.types != .all, !node.rules.types.contains(TypeSet(of: value)) {
            return fail(node, "type", expected: node.rules.types.words, found: value.shortDescription)
        }
        var isValid = checkGivenValues(value, node)
        guard isValid || isExplaining else { return false }
        switch value {
        case .null, .bool: break
        case .int, .double, .bigNumber: isValid = checkNumber(value, node) && isValid
        case .string(let text): isValid = checkString(text, node) && isValid
        case .array(let elements): isValid = checkArray(elements, node) && isValid
        case .object(let object): isValid = checkObject(object, node) && isValid
        }
        guard isValid || isExplaining else { return false }
        for applicator in node.rules.applicators {
            isValid = checkApplicator(applicator, value, node) && isValid
            guard isValid || isExplaining else { return false }
        }
        return checkUnevaluated(value, node) && isValid
    }

    private mutating func checkGivenValues(_ value: JSON, _ node: SchemaNode) -> Bool {
        var isValid = true
        if let constant = node.rules.constant, !constant.isSame(as: value) {
            isValid = fail(node, "const", expected: constant.shortDescription, found: value.shortDescription)
        }
        if let allowed = node.rules.allowedValues, !allowed.contains(where: { $0.isSame(as: value) }) {
            let list = allowed.prefix(12).map { $0.text.shortened(to: 40) }.joined(separator: ", ")
            let more = allowed.count > 12 ? ", …" : ""
            isValid = fail(node, "enum", expected: "one of \(list)\(more)", found: value.shortDescription)
        }
        return isValid
    }

    /// Notes a fault when explaining. Always false, so that a check can end with it.
    mutating func fail(
        _ node: SchemaNode, _ keyword: String, expected: @autoclosure () -> String, found: @autoclosure () -> String
    ) -> Bool {
        guard let location else { return false }
        // The schema `false` has no keyword to point to.
        let schemaPointer = keyword == "false" ? node.pointer : "\(node.pointer)/\(keyword)"
        violations.append(
            Violation(
                location: location, pointer: pointer, keyword: keyword, schemaPointer: schemaPointer,
                expected: expected(), found: found()))
        return false
    }

    var pointer: String {
        path.reduce(into: "") { text, step in
            switch step {
            case .member(let name): text = JSONPointer.appending(name, to: text)
            case .element(let index): text += "/\(index)"
            }
        }
    }

    /// Checks a part of the value under the step that leads to it.
    mutating func check(_ value: JSON, _ schema: Int, at step: @autoclosure () -> Step) -> Bool {
        guard isExplaining else { return check(value, schema) }
        path.append(step())
        defer { path.removeLast() }
        return check(value, schema)
    }

    /// Notes a fault of a part of the value.
    mutating func fail(
        at step: @autoclosure () -> Step, _ node: SchemaNode, _ keyword: String,
        expected: @autoclosure () -> String, found: @autoclosure () -> String
    ) -> Bool {
        guard isExplaining else { return false }
        path.append(step())
        defer { path.removeLast() }
        return fail(node, keyword, expected: expected(), found: found())
    }

    /// Whether `value` meets the schema, without noting anything.
    mutating func holds(_ value: JSON, _ schema: Int) -> Bool {
        guard isExplaining else { return check(value, schema) }
        var quiet = SchemaEvaluator(nodes: nodes, direction: direction)
        quiet.takeLimits(from: self)
        let result = quiet.check(value, schema)
        takeLimits(from: quiet)
        return result
    }

    /// The faults of `value` against an alternative, as if it were the only one.
    mutating func faults(of value: JSON, _ schema: Int) -> [Violation] {
        var explaining = self
        explaining.violations = []
        _ = explaining.check(value, schema)
        takeLimits(from: explaining)
        return explaining.violations
    }

    mutating func add(_ faults: [Violation]) { violations += faults }

    private mutating func takeLimits(from other: SchemaEvaluator) {
        scope = other.scope
        depth = other.depth
        stepsLeft = other.stepsLeft
        isExhausted = other.isExhausted
    }
}
