import HTTPTypes
import JSON
import MCP
import Synchronization

@testable import MCPHTTP

/// The in-memory twin of `HTTPPool`: a closure answers, every call is written down, no socket is opened.
final class ScriptedExchanger: HTTPExchanger {
    typealias Script = @Sendable (HTTPCall, _ number: Int) async -> Result<HTTPReply, HTTPFault>

    private let script: Script
    private let made = Mutex<[HTTPCall]>([])

    init(_ script: @escaping Script) {
        self.script = script
    }

    var calls: [HTTPCall] { made.withLock(\.self) }

    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        let number = made.withLock { made in
            made.append(call)
            return made.count
        }
        return try await script(call, number).get()
    }
}

extension HTTPReply {
    static func plain(
        _ status: Int,
        _ body: String = "",
        type: String? = nil,
        fields: KeyValuePairs<String, String> = [:]
    ) -> HTTPReply {
        var all = HTTPFields()
        all[.contentType] = type
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { all[name] = value }
        }
        return HTTPReply(status: status, fields: all, body: Pieces(pieces: body.isEmpty ? [] : [Array(body.utf8)]))
    }

    static func json(_ status: Int, _ body: JSONValue, fields: KeyValuePairs<String, String> = [:]) -> HTTPReply {
        plain(status, body.text(), type: "application/json; charset=utf-8", fields: fields)
    }

    /// An event stream that ends, or breaks off, after the given text.
    static func events(_ text: String, breaksOff: Bool = false) -> HTTPReply {
        let body = Pieces(pieces: [Array(text.utf8)], failure: breaksOff ? .ended : nil)
        return HTTPReply(status: 200, fields: [.contentType: "text/event-stream"], body: body)
    }

    /// An event stream that stays open and says what the test says.
    static func live(_ stream: AsyncThrowingStream<[UInt8], any Error>) -> HTTPReply {
        HTTPReply(status: 200, fields: [.contentType: "text/event-stream"], body: stream)
    }
}

/// A body of given pieces.
struct Pieces: AsyncSequence, Sendable {
    let pieces: [[UInt8]]
    var failure: HTTPFault?

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<[UInt8]>
        let failure: HTTPFault?

        mutating func next() async throws -> [UInt8]? {
            if let piece = rest.popFirst() { return piece }
            if let failure { throw failure }
            return nil
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(rest: pieces[...], failure: failure) }
}

extension HTTPCall {
    /// The JSON-RPC message in the body.
    var message: JSONValue? { try? JSONValue(parsing: body) }

    var rpcMethod: String? { message?["method"]?.stringValue }

    var rpcID: JSONValue? { message?["id"] }

    func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }

    /// An answer to the request in the body.
    func result(_ result: JSONValue) -> JSONValue { ["jsonrpc": "2.0", "id": rpcID ?? nil, "result": result] }

    func error(_ code: Int, _ message: String = "x", id: JSONValue? = nil) -> JSONValue {
        [
            "jsonrpc": "2.0", "id": id ?? rpcID ?? nil,
            "error": ["code": .number(JSONNumber(code)), "message": .string(message)],
        ]
    }

    static let discovery: JSONValue = [
        "supportedVersions": ["2026-07-28"], "capabilities": ["tools": [:]], "resultType": "complete", "ttlMs": 0,
        "cacheScope": "private",
    ]

    static func initialization(_ version: String) -> JSONValue {
        ["protocolVersion": .string(version), "capabilities": [:], "serverInfo": ["name": "s", "version": "1"]]
    }
}
