import WireJSON

/// An answer as it came off the socket.
struct RawResponse: Equatable {
    var status: Int
    /// The status line and the headers, as sent.
    var head: String
    var body: String

    /// The first header `name`, compared without case.
    func header(_ name: String) -> String? {
        for line in head.split(separator: "\r\n").dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == name.lowercased() {
                return String(parts[1].drop { $0 == " " })
            }
        }
        return nil
    }

    var json: JSON? { try? JSON.parse(body) }

    /// Nil while the answer is not complete; else the answer and the number of its bytes.
    static func parse(_ bytes: [UInt8], hasBody: Bool) -> (RawResponse, length: Int)? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        let status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
        var response = RawResponse(status: status, head: head, body: "")
        let length = hasBody ? Int(response.header("Content-Length") ?? "0") ?? 0 : 0
        guard bytes.count >= end.upperBound + length else { return nil }
        response.body = String(decoding: bytes[end.upperBound..<(end.upperBound + length)], as: UTF8.self)
        return (response, end.upperBound + length)
    }
}
