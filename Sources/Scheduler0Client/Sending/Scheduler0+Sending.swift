import Foundation
import Scheduler0API

extension Scheduler0 {
    enum Method: String {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    typealias Query = [(name: String, value: String?)]

    /// Makes a call whose answer carries something in `data`.
    ///
    /// - Parameter operation: The calling method; its name is the operation's.
    func receive<Answer: Decodable>(
        _ method: Method, _ path: String, query: Query = [], body: (any Encodable)? = nil, account: Int64?,
        isOpen: Bool = false, operation: String = #function
    ) async throws(Scheduler0Error) -> Answer {
        let request = try request(method, path, query, body, account, isOpen: isOpen, operation)
        return try Self.decoded(try await exchange(request))
    }

    /// Makes a call whose answer says no more than that it is done.
    func send(
        _ method: Method, _ path: String, query: Query = [], body: (any Encodable)? = nil, account: Int64?,
        operation: String = #function
    ) async throws(Scheduler0Error) {
        _ = try await exchange(try request(method, path, query, body, account, isOpen: false, operation))
    }

    /// A text as one segment of a path.
    func segment(_ text: String) -> String { Escaping.escaped(text) }

    private func request(
        _ method: Method, _ path: String, _ query: Query, _ body: (any Encodable)?, _ account: Int64?, isOpen: Bool,
        _ operation: String
    ) throws(Scheduler0Error) -> TransportRequest {
        var headers = isOpen ? [] : authentication.headers
        if !isOpen, let account = account ?? self.account { headers.append(HeaderField("X-Account-ID", "\(account)")) }
        headers.append(HeaderField("Content-Type", "application/json"))
        headers.append(HeaderField("Accept", "application/json"))
        return TransportRequest(
            operationID: String(operation.prefix { $0 != "(" }), method: method.rawValue,
            url: "\(baseURL)/api/v1\(path)\(Escaping.queryText(query))", headers: headers,
            body: try body.map(Self.encoded) ?? [])
    }

    private static func encoded(_ body: any Encodable) throws(Scheduler0Error) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(body))
        } catch {
            // Only a number JSON cannot write (infinity, not a number) gets here.
            throw .undecodable(status: 0, reason: "the request cannot be written as JSON: \(error)", body: "")
        }
    }

    // MARK: - Attempts

    private func exchange(_ request: TransportRequest) async throws(Scheduler0Error) -> TransportResponse {
        var attempt = 1
        while true {
            do throws(Scheduler0Error) {
                return try await followed(request)
            } catch {
                guard let pause = retries.pause(after: error, attempt: attempt, isWrite: request.method != "GET") else {
                    throw error
                }
                attempt += 1
                do { try await Task.sleep(for: pause) } catch { throw .cancelled }
            }
        }
    }

    private func followed(_ request: TransportRequest) async throws(Scheduler0Error) -> TransportResponse {
        var request = request
        let query = request.url.firstIndex(of: "?").map { String(request.url[$0...]) } ?? ""
        for redirects in 0... {
            let response = try await once(request)
            switch response.status {
            case 200..<300: return response
            case 300..<400:
                guard let place = response.header("Location"), BaseURL(String(place.prefix { $0 != "?" })) != nil else {
                    throw .redirected(to: response.header("Location") ?? "nowhere")
                }
                guard redirects < redirectLimit else { throw .redirected(to: place) }
                request.url = place.contains("?") ? place : place + query
            default: throw .refused(.init(status: response.status, body: response.body))
            }
        }
        throw .redirected(to: request.url)
    }

    private func once(_ request: TransportRequest) async throws(Scheduler0Error) -> TransportResponse {
        do throws(TransportError) {
            return try await transport.exchange(request, timeout: timeout)
        } catch {
            switch error {
            case .unreachable(let reason): throw .unreachable(reason)
            case .timedOut: throw .timedOut(after: timeout)
            case .cancelled: throw .cancelled
            }
        }
    }

    // MARK: - Answers

    private static func decoded<Answer: Decodable>(
        _ response: TransportResponse
    ) throws(Scheduler0Error) -> Answer {
        let envelope: Envelope<Answer>
        do {
            envelope = try JSONDecoder().decode(Envelope<Answer>.self, from: Data(response.body))
        } catch {
            throw .undecodable(
                status: response.status, reason: DecodingWords.words(for: error),
                body: String(decoding: response.body.prefix(300), as: UTF8.self))
        }
        switch envelope {
        case .content(let answer): return answer
        case .refusal: throw .refused(.init(status: response.status, body: response.body))
        }
    }
}

/// What is around every answer. Observed: server-behaviour 0.1.
private enum Envelope<Content: Decodable>: Decodable {
    case content(Content)
    /// `success` is false, as older servers say also under a status of success (sdk-behaviour 3).
    case refusal

    enum CodingKeys: CodingKey { case data, success }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if try container.decodeIfPresent(Bool.self, forKey: .success) == false {
            self = .refusal
        } else {
            self = .content(try container.decode(Content.self, forKey: .data))
        }
    }
}
