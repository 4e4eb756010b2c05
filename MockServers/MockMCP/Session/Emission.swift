import JSON
import MCP

/// Something that is about to leave the mock, while it can still be changed, delayed or dropped.
struct Emission: Sendable, Hashable {
    /// What leaves.
    enum Content: Sendable, Hashable {
        /// One JSON-RPC message, as far as anybody has taken it apart; it becomes a line at the very end.
        case payload(Payload)
        /// Anything else: bytes as they are, the end of the process, a child.
        case effect(MockEffect)

        /// A message that is at hand as a value.
        static func message(_ value: JSONValue) -> Content { .payload(.value(value)) }
    }

    var content: Content
    /// How long it waits, counted from now.
    var delay: Duration
    /// The request that it answers or belongs to; nil when nobody asked.
    var request: MockRequest?

    init(_ content: Content, after delay: Duration = .zero, for request: MockRequest? = nil) {
        self.content = content
        self.delay = delay
        self.request = request
    }

    init(_ effect: MockEffect, after delay: Duration = .zero) {
        self.init(.effect(effect), after: delay)
    }

    /// The message, unless it is something else already.
    var message: JSONObject? { members?.object }

    /// The members of the message, as far as anybody has taken it apart; nil when it is something else already.
    var members: Members? {
        guard case .payload(let payload) = content else { return nil }
        return payload.members
    }

    /// Whether it is a message still.
    var isMessage: Bool {
        guard case .payload(let payload) = content else { return false }
        return switch payload {
        case .value(let value): value.objectValue != nil
        case .text(let text): text.kind == .object
        case .members: true
        }
    }

    /// Whether this is the answer, and not a notification on the way to it.
    var isResponse: Bool {
        guard request != nil, isMessage, case .payload(let payload) = content else { return false }
        return payload["method"] == nil
    }

    /// The same, with another message in it.
    func carrying(_ message: Payload) -> Emission {
        Emission(.payload(message), after: delay, for: request)
    }

    /// What it is on the wire: a line of compact text for a message.
    var effect: MockEffect {
        switch content {
        case .payload(let payload):
            var line: [UInt8] = []
            if case .text(let text) = payload { line.reserveCapacity(text.bytes.count + 1) }
            payload.write(to: &line)
            line.append(UInt8(ascii: "\n"))
            return .write(line, to: .standardOutput)
        case .effect(let effect): return effect
        }
    }
}
