import HTTPTypes
package import Hummingbird
import JSON
import MCP
import MCPHTTP
import NIOCore
import Synchronization
package import TestSupport
package import Testing

/// Hears everything that an endpoint of ours answers over HTTP, each session by itself.
///
/// What clients post is heard too, to know what is answered, and not judged: tests post nonsense on purpose.
package final class EndpointJudges: Sendable {
    private struct State {
        var sessions: [String: WireJudge] = [:]
        var all: [WireJudge] = []
        /// Of judges whose exchange is over: nothing else of them is kept, for there may be very many.
        var faults: [WireFault] = []
        var count = 0
    }

    private let excuses: [WireExcuse]
    private let state = Mutex(State())

    /// Judges for one endpoint, with what the test breaks on purpose.
    package init(excusing excuses: [WireExcuse] = []) {
        self.excuses = excuses
    }

    /// What all of them found that is not excused.
    package var faults: [WireFault] { state.withLock { $0.faults + $0.all.flatMap(\.faults) } }

    /// Messages judged until now.
    package var count: Int { state.withLock { $0.count + $0.all.reduce(0) { $0 + $1.count } } }

    /// Records an issue for each fault.
    package func report(sourceLocation: SourceLocation = #_sourceLocation) {
        for fault in faults { Issue.record("\(fault)", sourceLocation: sourceLocation) }
    }

    /// The same responder, overheard.
    package func over<Responder: HTTPResponder>(
        _ responder: Responder
    ) -> CallbackResponder<Responder.Context> {
        CallbackResponder { [self] request, context in
            var request = request
            var judge = Self.session(of: request).flatMap { id in state.withLock { $0.sessions[id] } }
            if request.method == .post {
                let body = try await request.body.collect(upTo: 256 << 20)
                request.body = RequestBody(buffer: body)
                if Self.isModern(request) { judge = WireJudge([.serverToClient], excusing: excuses) }
                if judge == nil { judge = make() }
                if let judge, let message = try? JSONValue(parsing: Array(buffer: body)) {
                    judge.see(message.utf8(), .clientToServer)
                }
            }
            var response = try await responder.respond(to: request, context: context)
            let isStream = response.headers[.contentType] == "text/event-stream"
            if judge == nil, isStream { judge = make() }
            guard let judge else { return response }
            if let id = response.headers[MCPField.sessionID] { state.withLock { $0.sessions[id] = judge } }
            let ear = BodyEar(isStream: isStream, judge) { id in self.state.withLock { $0.sessions[id] = judge } }
            let length = response.body.contentLength
            let body = response.body
            let isAlone = request.method == .post && Self.isModern(request)
            response.body = ResponseBody(contentLength: length) { writer in
                defer { if isAlone { self.fold(judge) } }
                try await body.map { piece in
                    ear.hear(Array(buffer: piece))
                    return piece
                }.write(writer)
                ear.end()
            }
            return response
        }
    }

    /// Notes what a judge of one modern exchange found.
    private func fold(_ judge: WireJudge) {
        state.withLock { state in
            state.faults += judge.faults
            state.count += judge.count
        }
    }

    private func make() -> WireJudge {
        let judge = WireJudge([.serverToClient], excusing: excuses)
        state.withLock { $0.all.append(judge) }
        return judge
    }

    /// In a header, or in the address of an endpoint of 2024-11-05.
    private static func session(of request: Request) -> String? {
        request.headers[MCPField.sessionID] ?? request.uri.queryParameters["session"].map { String($0) }
    }

    private static func isModern(_ request: Request) -> Bool {
        request.headers[MCPField.protocolVersion] == ProtocolRevision.latest.rawValue
    }
}
