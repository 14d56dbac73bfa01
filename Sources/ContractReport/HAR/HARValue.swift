import WireJSON

/// A value of a HAR file that knows its place, so that what is wrong with it can be said.
struct HARValue {
    /// Nil when it is not there.
    let json: JSON?
    let pointer: String
    let fileName: String

    init(_ json: JSON?, _ pointer: String, _ fileName: String) {
        self.json = json
        self.pointer = pointer
        self.fileName = fileName
    }

    func member(_ name: String) -> HARValue { HARValue(json?[name], "\(pointer)/\(name)", fileName) }

    func string() throws(HARError) -> String {
        guard let text = json?.stringValue else { throw expected("a string") }
        return text
    }

    func integer() throws(HARError) -> Int {
        guard let number = json?.intValue.flatMap({ Int(exactly: $0) }) else { throw expected("a whole number") }
        return number
    }

    func array() throws(HARError) -> [JSON] {
        guard let elements = json?.arrayValue else { throw expected("a list") }
        return elements
    }

    func fault(_ message: String) -> HARError { HARError(fileName: fileName, place: pointer, message: message) }

    private func expected(_ what: String) -> HARError {
        fault("expected \(what), found \(json.map { "a value of type \($0.kindName)" } ?? "none")")
    }
}
