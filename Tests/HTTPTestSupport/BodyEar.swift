import MCP
import MCPHTTP
import Synchronization
import TestSupport

/// Puts the pieces of a server's response together to messages, for a judge.
final class BodyEar: Sendable {
    private struct State {
        var parser = EventStreamParser()
        var text: [UInt8] = []
    }

    private let isStream: Bool
    private let judge: WireJudge
    private let onSession: @Sendable (String) -> Void
    private let state = Mutex(State())

    init(isStream: Bool, _ judge: WireJudge, onSession: @escaping @Sendable (String) -> Void = { _ in }) {
        self.isStream = isStream
        self.judge = judge
        self.onSession = onSession
    }

    func hear(_ piece: [UInt8]) {
        let messages = state.withLock { state -> [[UInt8]] in
            guard isStream else {
                state.text += piece
                return []
            }
            return state.parser.append(piece).compactMap { item in
                guard case .event(let event) = item else { return nil }
                return message(in: event)
            }
        }
        for message in messages { judge.see(message, .serverToClient) }
    }

    /// The body is over; a plain one is a message, unless it is empty.
    func end() {
        let text = state.withLock { state in
            defer { state.text = [] }
            return state.text
        }
        if !text.isEmpty { judge.see(text, .serverToClient) }
    }

    /// The message in an event; the first event of an endpoint of 2024-11-05 names the connection instead.
    private func message(in event: ServerSentEvent) -> [UInt8]? {
        guard event.type == "endpoint" else { return event.data.isEmpty ? nil : event.data }
        let address = String(decoding: event.data, as: UTF8.self)
        if let mark = address.firstRange(of: "session=") { onSession(String(address[mark.upperBound...])) }
        return nil
    }
}
