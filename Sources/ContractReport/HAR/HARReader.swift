import CivilTime
import WireJSON

/// Reads the entries of a HAR file.
///
/// What makes an entry readable must be there and of its type; everything else may be missing, since no two tools
/// write the same.
struct HARReader {
    let fileName: String

    func entries(of bytes: [UInt8]) throws(HARError) -> [HAREntry] {
        let json: JSON
        do { json = try JSON.parse(Self.withoutByteOrderMark(bytes)) } catch {
            throw HARError(
                fileName: fileName, place: Self.place(of: error.offset, in: bytes), message: "no JSON: \(error.message)"
            )
        }
        let log = HARValue(json, "", fileName).member("log")
        guard log.json?.objectValue != nil else {
            throw log.fault("a HAR is an object with the member log, which is an object")
        }
        let version = log.member("version")
        if let text = version.json?.stringValue, !text.isEmpty, !text.hasPrefix("1.") {
            throw version.fault("version \(text) is not 1.1 or 1.2")
        }
        let entries = log.member("entries")
        var result: [HAREntry] = []
        for (index, entry) in try entries.array().enumerated() {
            result.append(try self.entry(HARValue(entry, "\(entries.pointer)/\(index)", fileName)))
        }
        return result
    }

    private func entry(_ entry: HARValue) throws(HARError) -> HAREntry {
        let request = entry.member("request")
        let response = entry.member("response")
        let method = try request.member("method").string()
        let url = try request.member("url").string()
        if let scheme = Self.schemeBesideHTTP(url) {
            let exchange = RecordedExchange(method: method, url: url, status: nil)
            return HAREntry(pointer: entry.pointer, exchange: exchange, skipReason: "no HTTP: \(scheme)")
        }
        guard RequestURL(url).scheme.hasPrefix("http"), !RequestURL(url).authority.isEmpty else {
            throw request.member("url").fault("expected an absolute http or https URL, found \(url)")
        }
        let status = try response.member("status").integer()
        let requestHeaders = try headers(request)
        var responseHeaders = try headers(response)
        let content = response.member("content")
        if let type = content.member("mimeType").json?.stringValue, !type.isEmpty, !type.hasPrefix("x-unknown"),
            !responseHeaders.contains(where: { $0.name.lowercased() == "content-type" })
        {
            responseHeaders.append(.init("Content-Type", type))
        }
        let mayHaveBody = method != "HEAD" && status != 204 && status != 304
        let exchange = RecordedExchange(
            method: method, url: url, requestHeaders: requestHeaders, requestBody: try requestBody(request),
            status: status == 0 ? nil : status, responseHeaders: responseHeaders,
            responseBody: try responseBody(response, mayHaveBody: mayHaveBody),
            durationMilliseconds: max(0, entry.member("time").json?.doubleValue ?? 0),
            startedAt: entry.member("startedDateTime").json?.stringValue.flatMap { Instant(rfc3339: $0) })
        return HAREntry(pointer: entry.pointer, exchange: exchange, skipReason: Self.skipReason(exchange))
    }

    /// What browsers record beside HTTP.
    private static func schemeBesideHTTP(_ url: String) -> String? {
        let scheme = url.prefix { $0 != ":" }.lowercased()
        let others: Set = ["ws", "wss", "data", "blob", "about", "file", "chrome", "chrome-extension", "moz-extension"]
        return others.contains(scheme) ? scheme : nil
    }

    private static func skipReason(_ exchange: RecordedExchange) -> String? {
        guard exchange.status != nil else { return "no answer was recorded" }
        let asksForMethod = exchange.requestHeaders.contains { $0.name.lowercased() == "access-control-request-method" }
        return exchange.method == "OPTIONS" && asksForMethod ? "a browser's CORS preflight" : nil
    }

    private func headers(_ message: HARValue) throws(HARError) -> [RecordedExchange.Field] {
        let headers = message.member("headers")
        guard headers.json != nil else { return [] }
        var fields: [RecordedExchange.Field] = []
        for (index, json) in try headers.array().enumerated() {
            let header = HARValue(json, "\(headers.pointer)/\(index)", fileName)
            let name = try header.member("name").string()
            // HTTP/2 writes the request line as headers of this form.
            if !name.hasPrefix(":") { fields.append(.init(name, try header.member("value").string())) }
        }
        return fields
    }

    // MARK: - Bodies

    private func requestBody(_ request: HARValue) throws(HARError) -> RecordedBody {
        let data = request.member("postData")
        guard data.json?.objectValue != nil else {
            let size = request.member("bodySize").json?.intValue ?? 0
            return size > 0 ? .unread(reason: "not in the file") : .none
        }
        let text = data.member("text")
        if text.json?.stringValue != nil { return try body(text, encoding: data.member("encoding")) }
        guard data.member("params").json?.arrayValue?.isEmpty == false else { return .none }
        return .unread(reason: "the file has its parts, not its bytes")
    }

    private func responseBody(_ response: HARValue, mayHaveBody: Bool) throws(HARError) -> RecordedBody {
        let content = response.member("content")
        let text = content.member("text")
        if text.json?.stringValue != nil { return try body(text, encoding: content.member("encoding")) }
        let size = content.member("size").json?.intValue ?? response.member("bodySize").json?.intValue ?? -1
        return mayHaveBody && size != 0 ? .unread(reason: "not in the file") : .none
    }

    private func body(_ text: HARValue, encoding: HARValue) throws(HARError) -> RecordedBody {
        let value = try text.string()
        switch encoding.json?.stringValue ?? "" {
        case "", "utf-8", "utf8": return .whole(Array(value.utf8))
        case "base64":
            guard let bytes = Base64.decoded(value) else { throw text.fault("this is no base64") }
            return .whole(bytes)
        case let other: return .unread(reason: "written in the encoding \(other)")
        }
    }

    // MARK: - Text

    private static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    }

    private static func place(of offset: Int, in bytes: [UInt8]) -> String {
        let before = withoutByteOrderMark(bytes).prefix(max(0, offset))
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
        return "line \(line), column \(column)"
    }
}
