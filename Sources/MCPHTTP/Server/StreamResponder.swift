import Hummingbird
import MCPConnection
import NIOCore

/// Turns the messages of an exchange into an event stream, at the pace of whoever reads it.
struct StreamResponder: Sendable {
    let time: Timekeeper
    /// The pause after which a silent stream says that it is still there.
    let keepAlive: Duration

    /// An event stream of everything in an exchange after a number, until the exchange ends or another reader comes.
    ///
    /// The preamble comes before anything else. Without names the events cannot be resumed.
    func response(
        from exchange: Exchange,
        after number: Int,
        reader: Int,
        preamble: [UInt8] = [],
        names: EventNames?,
        onEnd: @escaping @Sendable (_ isComplete: Bool) -> Void
    ) -> Response {
        let preamble = preamble + (names?.prime(after: number) ?? [])
        return .eventStream { writer in
            do {
                if !preamble.isEmpty { try await writer.write(ByteBuffer(bytes: preamble)) }
                var last = number
                while let batch = try await next(exchange, after: last, reader: reader) {
                    if batch.entries.isEmpty, !batch.isLast {
                        try await writer.write(ByteBuffer(bytes: ServerSentEvent.keepAlive))
                    }
                    for entry in batch.entries {
                        let event = ServerSentEvent(data: entry.message, id: names?.name(entry.number))
                        try await writer.write(ByteBuffer(bytes: event.encoded()))
                        last = entry.number
                    }
                    if let release = batch.release {
                        let parting = names?.parting(after: last, retry: release.retry)
                        if let parting { try await writer.write(ByteBuffer(bytes: parting)) }
                        exchange.log.leave(reader)
                    }
                    if batch.isLast { break }
                }
                try await writer.finish(nil)
                onEnd(true)
            } catch {
                exchange.log.leave(reader)
                onEnd(false)
                throw error
            }
        }
    }

    /// What follows; empty and not the last when it is time for a sign of life.
    private func next(_ exchange: Exchange, after number: Int, reader: Int) async throws -> EventLog.Batch? {
        let batch = await time.limit(to: keepAlive) { await exchange.log.next(after: number, reader: reader) }
        try Task.checkCancellation()
        return batch ?? EventLog.Batch(entries: [], isLast: false)
    }
}
