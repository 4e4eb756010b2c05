import MCPHTTP

/// Cuts the body of a response into messages: the events of a stream, or all of it.
struct BodyListener: Sendable {
    /// More of a body than this is no message.
    private static let limitInBytes = 16 << 20

    private let isStream: Bool
    private let hear: @Sendable ([UInt8]) -> Void
    private var parser = EventStreamParser()
    private var whole: [UInt8] = []

    init(isStream: Bool, hear: @escaping @Sendable ([UInt8]) -> Void) {
        self.isStream = isStream
        self.hear = hear
    }

    mutating func take(_ piece: [UInt8]) {
        guard isStream else {
            if whole.count + piece.count <= Self.limitInBytes { whole += piece }
            return
        }
        for case .event(let event) in parser.append(piece) where !event.data.isEmpty { hear(event.data) }
    }

    mutating func end() {
        guard !whole.isEmpty else { return }
        hear(whole)
        whole = []
    }
}
