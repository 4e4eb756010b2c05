/// A text that must not reach a fixture, with the name that stands there instead.
package struct DeclaredSecret: Sendable, Hashable, CustomStringConvertible {
    /// Shorter ones cannot be told apart from ordinary text.
    package static let minimumBytes = 4

    /// The name of the variable, mostly; it becomes part of the placeholder.
    package let name: String
    let value: [UInt8]
    /// Whether it is merely of no interest to others, such as a folder: replaced, but not searched for in disguise.
    let isPlace: Bool

    /// Declares a secret; nil where the value is too short to be found reliably.
    package init?(name: String, value: String) {
        guard value.utf8.count >= Self.minimumBytes else { return nil }
        self.name = name
        self.value = Array(value.utf8)
        isPlace = false
    }

    /// Declares a folder of this machine or the like, which is nobody's business but no secret; nil where too short.
    package init?(place name: String, _ path: String) {
        guard path.utf8.count >= Self.minimumBytes else { return nil }
        self.name = name
        value = Array(path.utf8)
        isPlace = true
    }

    init(learned name: String, _ value: [UInt8]) {
        self.name = name
        self.value = value
        isPlace = false
    }

    /// What stands in its place.
    package var placeholder: String { Placeholder.text(name) }

    /// The name only: a secret does not print.
    package var description: String { "DeclaredSecret(\(name))" }
}
