package import JSON

/// Where a vendor says how long to wait, and in which spelling.
package struct RetryAfter: Sendable, Hashable {
    /// How the time is spelled.
    package enum Notation: String, Sendable, Hashable, CaseIterable {
        /// Seconds from now, perhaps with a fraction.
        case seconds
        /// Milliseconds from now.
        case milliseconds
        /// An HTTP date.
        case date
        /// Seconds from now, or an HTTP date.
        case secondsOrDate
        /// Seconds since 1970.
        case epochSeconds
        /// Milliseconds since 1970.
        case epochMilliseconds
    }

    /// The header field; nil when it is in the body.
    package var header: String?
    /// The place in the body; nil when it is in a header field.
    package var path: JSONPointer?
    /// How the time is spelled.
    package var notation: Notation

    /// Takes the place and the spelling.
    package init(header: String? = nil, path: JSONPointer? = nil, notation: Notation) {
        self.header = header
        self.path = path
        self.notation = notation
    }
}
