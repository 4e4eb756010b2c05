import HTTPTypes
import MCP
package import MCPHTTP
package import TestSupport

/// An exchanger of ours whose posted messages a judge hears before they go out, and what comes back after it came.
package struct JudgedExchanger: HTTPExchanger {
    private let exchanger: any HTTPExchanger
    private let judge: WireJudge

    /// Puts a judge over an exchanger, live or in memory.
    package init(_ exchanger: any HTTPExchanger, judge: WireJudge) {
        self.exchanger = exchanger
        self.judge = judge
    }

    /// Judges a message and makes the request.
    package func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        if call.method == .post, call.fields[.contentType] == "application/json" {
            judge.see(call.body, .clientToServer)
        }
        let reply = try await exchanger.exchange(call)
        let type = reply.fields[.contentType]?.prefix { $0 != ";" }
        guard type == "application/json" || type == "text/event-stream" else { return reply }
        let ear = BodyEar(isStream: type == "text/event-stream", judge)
        return HTTPReply(status: reply.status, fields: reply.fields, body: HeardBody(body: reply.body, ear: ear))
    }
}

/// A body whose pieces are heard as they are read, by whoever reads them and at that pace.
private struct HeardBody: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    typealias Failure = any Error

    let body: any AsyncSequence<[UInt8], any Error> & Sendable
    let ear: BodyEar

    struct Iterator: AsyncIteratorProtocol {
        var pieces: any AsyncIteratorProtocol<[UInt8], any Error>
        let ear: BodyEar

        mutating func next() async throws -> [UInt8]? {
            try await next(isolation: nil)
        }

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
            guard let piece = try await pieces.next(isolation: actor) else {
                ear.end()
                return nil
            }
            ear.hear(piece)
            return piece
        }
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(pieces: body.makeAsyncIterator(), ear: ear)
    }
}
