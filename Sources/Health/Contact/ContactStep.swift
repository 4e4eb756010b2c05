/// How far a contact with a server had come when something happened.
package enum ContactStep: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Its settings were looked at, and nothing was started.
    case configure
    /// Its program was started.
    case launch
    /// A connection was made.
    case connect
    /// The session was opened.
    case handshake
    /// Its tools were listed.
    case list
    /// The credential probe was called.
    case probe
    /// Somebody called a tool.
    case call

    package static func < (left: ContactStep, right: ContactStep) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
