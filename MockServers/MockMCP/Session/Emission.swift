import JSON

/// Something that is about to leave the mock, while it can still be changed, delayed or dropped.
struct Emission: Sendable, Hashable {
    /// What leaves.
    enum Content: Sendable, Hashable {
        /// One JSON-RPC message; it becomes a line at the very end.
        case message(JSONValue)
        /// The same as it was written: most faults look at few messages, and a long list is only converted for those.
        case text(JSONText)
        /// Anything else: bytes as they are, the end of the process, a child.
        case effect(MockEffect)
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
    var message: JSONObject? {
        switch content {
        case .message(let value): value.objectValue
        case .text(let text): text.kind == .object ? text.value.objectValue : nil
        case .effect: nil
        }
    }

    /// Whether it is a message still.
    var isMessage: Bool {
        switch content {
        case .message(let value): value.objectValue != nil
        case .text(let text): text.kind == .object
        case .effect: false
        }
    }

    /// Whether this is the answer, and not a notification on the way to it.
    var isResponse: Bool {
        guard request != nil, isMessage else { return false }
        return switch content {
        case .message(let value): value["method"] == nil
        case .text(let text): text["method"] == nil
        case .effect: false
        }
    }

    /// The same, with another message in it.
    func carrying(_ message: JSONObject) -> Emission {
        Emission(.message(.object(message)), after: delay, for: request)
    }

    /// What it is on the wire: a line of compact text for a message.
    var effect: MockEffect {
        switch content {
        case .message(let value): .write(value.utf8(.compact) + [UInt8(ascii: "\n")], to: .standardOutput)
        case .text(let text): .write(Array(text.bytes) + [UInt8(ascii: "\n")], to: .standardOutput)
        case .effect(let effect): effect
        }
    }
}
