import HTTPTypes
import Hummingbird
import JSON
import MCP
import MCPConnection
import NIOCore

extension MCPEndpoint {
    /// The response to a POST: plain JSON when the answer is all there is and comes soon, an event stream otherwise.
    ///
    /// Without names the events cannot be resumed. `onDisconnect` is called when the client is gone too early.
    func respond(
        with exchange: Exchange,
        _ accepted: Accepted,
        _ channel: any Channel,
        names: EventNames?,
        onDisconnect: @escaping @Sendable () -> Void
    ) async -> Response {
        let reader = exchange.log.takeOver(canReturn: accepted.eventStream && names?.isPrimed == true)
        let watcher = await DisconnectWatcher.of(channel)
        let ticket = watcher?.onDisconnect {
            onDisconnect()
            exchange.log.leave(reader)
        }
        let first = accepted.json ? await firstBatch(exchange, reader, canStream: accepted.eventStream) : nil
        if let first, let answer = Self.lonelyAnswer(in: first, canStream: accepted.eventStream) {
            if let ticket { watcher?.forget(ticket) }
            let status: HTTPResponse.Status =
                if names == nil, case .error(_, let error)? = answer.kind { error.answerStatus } else { .ok }
            return .json(answer.message, status: status)
        }
        guard accepted.eventStream else {
            // Over before it was answered: the client gave the request up.
            if let ticket { watcher?.forget(ticket) }
            return Response(status: .accepted)
        }
        return streams.response(from: exchange, after: 0, reader: reader, names: names) { isComplete in
            if let ticket { watcher?.forget(ticket) }
            if !isComplete { onDisconnect() }
        }
    }

    /// The first messages; nil when they took too long for a plain answer.
    private func firstBatch(_ exchange: Exchange, _ reader: Int, canStream: Bool) async -> EventLog.Batch? {
        guard canStream else {
            var batch = await exchange.log.next(after: 0, reader: reader)
            while !batch.isLast, !Task.isCancelled, Self.lonelyAnswer(in: batch, canStream: false) == nil {
                let last = batch.entries.last?.number ?? 0
                batch = await exchange.log.next(after: last, reader: reader)
            }
            return batch
        }
        let name = impatience.begin(exchange.log)
        defer { impatience.end(name) }
        return await exchange.log.first(reader: reader)
    }

    /// The answer, when nothing comes before it that a plain response could not carry.
    private static func lonelyAnswer(
        in batch: EventLog.Batch,
        canStream: Bool
    ) -> (kind: Envelope.Kind?, message: [UInt8])? {
        guard let last = batch.entries.last, canStream ? batch.entries.count == 1 : true else { return nil }
        if WrittenMessage(last.message) == .result { return (nil, last.message) }
        switch try? IncomingMessage(parsing: last.message) {
        case .batch: return (nil, last.message)
        case .single(let envelope):
            switch envelope.kind {
            case .result, .error: return (envelope.kind, last.message)
            case .request, .notification: return nil
            }
        case nil: return nil
        }
    }
}
