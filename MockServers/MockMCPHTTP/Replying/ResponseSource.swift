import HTTPTypes
import Hummingbird
import MCPHTTP
import MockMCP
import NIOCore
import JSON

/// The messages in a sound server's response, each past the faults on its way to the client.
struct ResponseSource: Sendable {
    /// What is to be done to the response about one part of the sound one.
    typealias Change = @Sendable ((inout ReplyMachine, Duration) -> Void) -> Void

    let body: ResponseBody
    let isEventStream: Bool
    /// What becomes of a message that leaves.
    let pass: @Sendable (JSONValue) -> (dues: [MockLine.Due], isAnswer: Bool)

    /// Reads all of it, and has each part change the response.
    func read(_ change: @escaping Change) async throws {
        try await body.write(
            Ear { piece in
                guard isEventStream else { return take(piece, change) }
                var parser = EventStreamParser()
                let messages = parser.append(piece).compactMap { item -> [UInt8]? in
                    if case .event(let event) = item, !event.data.isEmpty { event.data } else { nil }
                }
                guard !messages.isEmpty else { return change { machine, _ in machine.pass(piece) } }
                for message in messages { take(message, change) }
            }
        )
    }

    private func take(_ bytes: [UInt8], _ change: Change) {
        guard let message = try? JSONValue(parsing: bytes, limits: Self.ownLimits) else { return }
        let (dues, isAnswer) = pass(message)
        change { machine, now in machine.add(dues, at: now, isAnswer: isAnswer) }
    }

    /// Our own messages are as long and deep as their script makes them.
    private static let ownLimits = JSONLimits(
        bytes: JSONLimits.largest,
        depth: JSONLimits.deepest,
        stringBytes: JSONLimits.largest
    )
}

/// Takes a response body as if it were the connection: the server writes one event, or one document, at a time.
private struct Ear: ResponseBodyWriter {
    let hear: @Sendable ([UInt8]) -> Void

    mutating func write(_ buffer: ByteBuffer) async throws { hear(Array(buffer: buffer)) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
