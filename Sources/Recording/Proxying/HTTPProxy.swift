package import HTTPTypes
import Hummingbird
package import Logging
package import MCPHTTP
import NIOCore

/// Stands between clients and a server over HTTP, on loopback: every request is passed on, and taken down.
package struct HTTPProxy: Sendable {
    /// Fields that belong to one connection, or that would hide the body from us.
    private static let ownFields: Set<String> = [
        "host", "connection", "content-length", "transfer-encoding", "keep-alive", "te", "trailer", "upgrade",
        "accept-encoding", "proxy-connection",
    ]

    private let target: HTTPAddress
    private let fields: HTTPFields
    private let exchanger: any HTTPExchanger
    private let limitInBytes: Int
    private let gate = RequestGuard()

    /// Prepares a proxy.
    /// - Parameters:
    ///   - target: where requests go; their own path is kept.
    ///   - fields: added to every request that does not bring its own, such as credentials.
    ///   - exchanger: makes the requests.
    ///   - tape: where everything is taken down.
    ///   - limitInBytes: the longest body of a request.
    package init(
        _ target: HTTPAddress,
        fields: HTTPFields = HTTPFields(),
        exchanger: any HTTPExchanger,
        tape: Tape,
        limitInBytes: Int = 16 << 20
    ) {
        self.target = target
        self.fields = fields
        self.exchanger = RecordingExchanger(exchanger, tape: tape)
        self.limitInBytes = limitInBytes
    }

    /// A server that listens on loopback; port 0 takes any that is free.
    package func application(
        port: Int,
        logger: Logger,
        onReady: @escaping @Sendable (_ port: Int) async -> Void
    ) -> LoopbackServer {
        LoopbackServer(
            responder: CallbackResponder { (request: Request, _: MCPRequestContext) in try await respond(to: request) },
            port: port,
            logger: logger,
            onReady: onReady
        )
    }

    private func respond(to request: Request) async throws -> Response {
        if let refusal = gate.refusal(authority: request.head.authority, fields: request.headers) {
            return Self.saying("\(refusal)", status: .forbidden)
        }
        let body = Array(buffer: try await request.body.collect(upTo: limitInBytes))
        var passed = HTTPFields()
        for field in request.headers where !Self.ownFields.contains(field.name.canonicalName) { passed.append(field) }
        for field in fields where passed[field.name] == nil { passed.append(field) }
        let parts = (request.head.path ?? "/").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let address = HTTPAddress(
            origin: target.origin,
            path: String(parts[0]),
            query: parts.count > 1 ? String(parts[1]) : nil
        )
        do throws(HTTPFault) {
            let reply = try await exchanger.exchange(HTTPCall(request.method, address, fields: passed, body: body))
            return Self.response(reply)
        } catch {
            return Self.saying("the server behind this proxy cannot be reached: \(error)", status: .badGateway)
        }
    }

    private static func response(_ reply: HTTPReply) -> Response {
        var fields = HTTPFields()
        for field in reply.fields where !ownFields.contains(field.name.canonicalName) { fields.append(field) }
        let body = reply.body
        return Response(
            status: HTTPResponse.Status(code: reply.status),
            headers: fields,
            body: ResponseBody { writer in
                for try await piece in body { try await writer.write(ByteBuffer(bytes: piece)) }
                try await writer.finish(nil)
            }
        )
    }

    private static func saying(_ text: String, status: HTTPResponse.Status) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n"))
        )
    }
}
