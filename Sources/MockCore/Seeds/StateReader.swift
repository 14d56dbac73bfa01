import CivilTime
import Foundation
import GRDB
import Scheduler0API
import WireJSON

/// Reads one value of a seed or state document into what the store keeps; a wrong one is refused with its pointer.
struct StateReader {
    let file: String
    let now: Instant
    let cipher: Cipher

    func fail(_ pointer: String, _ reason: String) -> WorldError {
        .seed(file: file, pointer: pointer, reason: reason)
    }

    func value(
        _ json: JSON?, _ column: StateTable.Column, pointer: String
    ) throws -> (any DatabaseValueConvertible)? {
        guard let json else {
            guard let otherwise = column.otherwise else { throw fail(pointer, "\(column.key) is missing") }
            return fallback(otherwise)
        }
        let pointer = "\(pointer)/\(column.key)"
        if json.isNull {
            guard case .null? = column.otherwise else { throw fail(pointer, "may not be null") }
            return nil
        }
        return try value(json, kind: column.kind, pointer: pointer)
    }

    private func fallback(_ value: StateTable.Default) -> (any DatabaseValueConvertible)? {
        switch value {
        case .null: nil
        case .now: now
        case .zero, .no: 0
        case .one: 1
        case .empty: ""
        case .emptyList: "[]"
        case .text(let text): text
        case .number(let number): number
        case .nextMonth: now.addingMonth()
        }
    }

    private func value(
        _ json: JSON, kind: StateTable.Kind, pointer: String
    ) throws -> any DatabaseValueConvertible {
        switch kind {
        case .int(let range):
            guard let number = json.intValue else { throw fail(pointer, "\(found(json)) is not a whole number") }
            guard range.contains(number) else {
                throw fail(pointer, "\(number) is not a number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        case .text: return try text(json, pointer)
        case .bool:
            guard let flag = json.boolValue else { throw fail(pointer, "\(found(json)) is not true or false") }
            return flag
        case .instant: return try instant(json, pointer)
        case .secret: return try cipher.seal(text(json, pointer), purpose: pointer)
        case .texts:
            return JSON.array(try texts(json, pointer).map(JSON.string)).text
        case .scopes:
            let words = try texts(json, pointer)
            for word in words where Scope(rawValue: word) == nil {
                throw fail(pointer, "\"\(word)\" is not a scope; known are read, write, execute, admin")
            }
            return words.joined(separator: ",")
        case .json: return json.text
        }
    }

    private func text(_ json: JSON, _ pointer: String) throws -> String {
        guard let text = json.stringValue else { throw fail(pointer, "\(found(json)) is not a text") }
        guard !text.utf8.contains(0) else { throw fail(pointer, "may not contain the character U+0000") }
        return text
    }

    private func texts(_ json: JSON, _ pointer: String) throws -> [String] {
        guard let elements = json.arrayValue else { throw fail(pointer, "\(found(json)) is not a list of texts") }
        return try elements.enumerated().map { try text($1, "\(pointer)/\($0)") }
    }

    /// An RFC 3339 date, or a signed duration from now: `+1h30m`, `-2d`.
    private func instant(_ json: JSON, _ pointer: String) throws -> Instant {
        let text = try text(json, pointer)
        if let instant = Instant(rfc3339: text) { return instant }
        if let span = Self.relative(text), let instant = now.adding(span) { return instant }
        throw fail(pointer, "\"\(text)\" is neither an RFC 3339 date nor a time from now such as +1h or -2d")
    }

    private static func relative(_ text: String) -> Span? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let rest = String(text.dropFirst())
        guard rest.first?.isNumber == true else { return nil }
        let span: Span? =
            rest.hasSuffix("d") ? Int64(rest.dropLast()).map(Span.days) : Span(goDuration: rest)
        return span.map { sign == "-" ? -$0 : $0 }
    }

    private func found(_ json: JSON) -> String { String(json.text.prefix(60)) }
}
