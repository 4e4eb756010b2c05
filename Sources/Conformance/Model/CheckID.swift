/// The stable, mnemonic name of a check, such as `TOOLS-UNIQUE-NAMES`; it never changes once published.
package struct CheckID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The name as written: capital letters, digits and hyphens, the group first.
    package let rawValue: String

    /// Takes any text: an id that belongs to no check is found out by looking it up, not here.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A literal id, for the declarations of the checks themselves.
    package init(stringLiteral value: String) {
        self.init(rawValue: value)
    }

    /// The id as it is printed.
    package var description: String {
        rawValue
    }

    /// Alphabetical order; reports use the order of the registry instead.
    package static func < (left: CheckID, right: CheckID) -> Bool {
        left.rawValue < right.rawValue
    }
}
