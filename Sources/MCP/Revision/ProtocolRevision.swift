/// A dated revision of the Model Context Protocol that this package speaks, oldest first.
package enum ProtocolRevision: String, Sendable, Hashable, CaseIterable, Comparable {
    case november2024 = "2024-11-05"
    case march2025 = "2025-03-26"
    case june2025 = "2025-06-18"
    case november2025 = "2025-11-25"
    case july2026 = "2026-07-28"

    /// The newest revision of either era.
    package static let latest = july2026

    /// The newest revision that opens with an `initialize` handshake.
    package static let latestLegacy = november2025

    /// How a connection of this revision begins and what each request has to carry.
    package var era: ProtocolEra {
        self >= .july2026 ? .modern : .legacy
    }

    /// Whether a receiver must understand a JSON array of messages: one revision only.
    package var allowsBatches: Bool {
        self == .march2025
    }

    package static func < (left: ProtocolRevision, right: ProtocolRevision) -> Bool {
        // The raw values are ISO dates, whose order as text is their order in time.
        left.rawValue < right.rawValue
    }
}

extension ProtocolRevision: CustomStringConvertible {
    package var description: String { rawValue }
}
