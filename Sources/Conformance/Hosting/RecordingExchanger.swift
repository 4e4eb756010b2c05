import MCPHTTP
import Synchronization

/// Passes requests on to another exchanger and keeps what went over the wire, within limits.
final class RecordingExchanger: HTTPExchanger {
    /// Turns that are kept, so that no server that makes us come back can fill our memory.
    private static let turnLimit = 2_000

    private let base: any HTTPExchanger
    private let kept = Mutex<[HTTPTurn]>([])

    init(_ base: any HTTPExchanger) {
        self.base = base
    }

    /// What was kept so far, in the order of the requests.
    var turns: [HTTPTurn] {
        kept.withLock { $0 }
    }

    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        let index = kept.withLock { turns -> Int? in
            guard turns.count < RecordingExchanger.turnLimit else {
                return nil
            }
            turns.append(HTTPTurn(call))
            return turns.count - 1
        }
        guard let index else {
            return try await base.exchange(call)
        }
        do throws(HTTPFault) {
            let reply = try await base.exchange(call)
            kept.withLock { turns in
                turns[index].status = reply.status
                turns[index].answerFields = reply.fields
            }
            return HTTPReply(status: reply.status, fields: reply.fields, body: recorded(reply.body, of: index))
        } catch {
            if error != .abandoned {
                kept.withLock { $0[index].fault = "\(error)" }
            }
            throw error
        }
    }

    private func recorded<Body: AsyncSequence<[UInt8], any Error> & Sendable>(
        _ body: Body,
        of index: Int
    ) -> any AsyncSequence<[UInt8], any Error> & Sendable {
        body.map { [self] (piece: [UInt8]) -> [UInt8] in
            kept.withLock { $0[index].append(piece) }
            return piece
        }
    }
}
