import HTTPTypes
package import Health
package import MCPHTTP
import Synchronization

/// Makes requests through another exchanger and remembers the last refused message: status, fields, and how its body begins.
///
/// The transport above keeps what the protocol needs; judging needs what vendors write beside it.
package final class RecordedExchanger: HTTPExchanger {
    /// Bytes of a body that are kept.
    package static let keptBytes = 16 << 10

    private let exchanger: any HTTPExchanger
    private let wallSeconds: @Sendable () -> Int64
    private let onAnswer: @Sendable () -> Void
    private let last = Mutex<HTTPFacts?>(nil)

    /// Wraps an exchanger.
    /// - Parameters:
    ///   - exchanger: makes the requests.
    ///   - wallSeconds: tells seconds since 1970, for headers that hold a date.
    ///   - onAnswer: called whenever a message has got a response, of whatever status; must not block.
    package init(
        _ exchanger: any HTTPExchanger,
        wallSeconds: @escaping @Sendable () -> Int64,
        onAnswer: @escaping @Sendable () -> Void = {}
    ) {
        self.exchanger = exchanger
        self.wallSeconds = wallSeconds
        self.onAnswer = onAnswer
    }

    /// The last response that was no success, since the last success of a message or `forget`; nil without any.
    package var lastRefusal: HTTPFacts? {
        last.withLock { $0 }
    }

    /// Forgets it, before the next step.
    package func forget() {
        last.withLock { $0 = nil }
    }

    /// Makes one request.
    package func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        let reply = try await exchanger.exchange(call)
        // Streams that a server need not offer are refused in the ordinary course of things.
        guard call.method == .post else { return reply }
        onAnswer()
        guard reply.status >= 300 else {
            forget()
            return reply
        }
        let fields = reply.fields.map { ($0.name.rawName, $0.value) }
        let facts = HTTPFacts(status: reply.status, fields: fields, receivedAt: wallSeconds())
        last.withLock { $0 = facts }
        let body = TappedBody(base: reply.body) { piece in
            self.last.withLock { last in
                guard last?.status == facts.status, let kept = last?.body.utf8.count, kept < Self.keptBytes else {
                    return
                }
                last?.body += String(decoding: piece.prefix(Self.keptBytes - kept), as: UTF8.self)
            }
        }
        return HTTPReply(status: reply.status, fields: reply.fields, body: body)
    }
}

/// A body that shows each piece to somebody as it is read.
private struct TappedBody: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    typealias Failure = any Error

    let base: any AsyncSequence<[UInt8], any Error> & Sendable
    let see: @Sendable ([UInt8]) -> Void

    struct Iterator: AsyncIteratorProtocol {
        var base: any AsyncIteratorProtocol<[UInt8], any Error>
        let see: @Sendable ([UInt8]) -> Void

        mutating func next() async throws -> [UInt8]? {
            guard let piece = try await base.next(isolation: #isolation) else { return nil }
            see(piece)
            return piece
        }

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
            guard let piece = try await base.next(isolation: actor) else { return nil }
            see(piece)
            return piece
        }
    }

    func makeAsyncIterator() -> Iterator {
        func open(_ sequence: some AsyncSequence<[UInt8], any Error>) -> any AsyncIteratorProtocol<[UInt8], any Error> {
            sequence.makeAsyncIterator()
        }
        return Iterator(base: open(base), see: see)
    }
}
