import DaemonAPI
import HTTPTypes
import JSON
import MCPHTTP

/// Makes requests to the daemon, and turns its problems into errors.
struct DaemonClient: Sendable {
    private let base: String
    private let token: String?
    private let exchanger: any HTTPExchanger

    private static let answerLimitInBytes = 64 << 20

    init(base: String, token: String?, exchanger: any HTTPExchanger) {
        self.base = base
        self.token = token
        self.exchanger = exchanger
    }

    /// Asks, or has something done; the answer is null where there is none.
    func send(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil) async throws -> JSONValue {
        let reply = try await exchange(method, path, body, accept: "application/json")
        let bytes = try await collect(reply)
        return bytes.isEmpty ? .null : try parse(bytes, reply.status)
    }

    /// Hands each event of a stream to the closure, until the stream ends or the task is cancelled.
    ///
    /// Nothing is missed that happens after `whenOpen` is called.
    func follow(
        _ path: String,
        whenOpen: () async throws -> Void = {},
        _ body: (ServerSentEvent) async throws -> Void
    ) async throws {
        let reply = try await exchange(.get, path, nil, accept: "text/event-stream")
        try await whenOpen()
        var parser = EventStreamParser()
        for try await piece in reply.body {
            for item in parser.append(piece) {
                if case .event(let event) = item { try await body(event) }
            }
        }
    }

    private func exchange(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: JSONValue?,
        accept: String
    ) async throws -> HTTPReply {
        let address: HTTPAddress
        do {
            address = try HTTPAddress(base + path)
        } catch {
            throw ClientFault.usage("\(base) is no address of a daemon: \(error)")
        }
        var fields: HTTPFields = [.accept: accept]
        if let token { fields[.authorization] = "Bearer \(token)" }
        if method != .get { fields[.contentType] = "application/json" }
        let call = HTTPCall(method, address, fields: fields, body: body?.utf8() ?? [])
        let reply: HTTPReply
        do {
            reply = try await exchanger.exchange(call)
        } catch {
            throw ClientFault.unreachable(base, "\(error)")
        }
        guard reply.status < 400 else {
            let bytes = try await collect(reply)
            throw ClientFault.problem(problem(in: bytes, status: reply.status))
        }
        return reply
    }

    private func collect(_ reply: HTTPReply) async throws -> [UInt8] {
        do {
            return try await reply.collect(limitInBytes: Self.answerLimitInBytes)
        } catch {
            throw ClientFault.unreachable(base, "\(error)")
        }
    }

    private func parse(_ bytes: [UInt8], _ status: Int) throws -> JSONValue {
        do {
            return try JSONValue(parsing: bytes)
        } catch {
            throw ClientFault.unreachable(base, "something answers with status \(status) that is no daemon of ours")
        }
    }

    private func problem(in bytes: [UInt8], status: Int) -> Problem {
        let json = (try? JSONValue(parsing: bytes)) ?? .null
        let faults = (json["faults"]?.arrayValue ?? []).map { fault in
            Problem.Fault(
                field: fault["field"]?.stringValue ?? "",
                message: fault["message"]?.stringValue ?? "",
                fix: fault["fix"]?.stringValue ?? ""
            )
        }
        return Problem(
            status,
            json["code"]?.stringValue ?? "unknown",
            json["detail"]?.stringValue ?? "the daemon answered with status \(status)",
            fix: json["fix"]?.stringValue ?? "is it a daemon of ours?",
            faults: faults
        )
    }
}
