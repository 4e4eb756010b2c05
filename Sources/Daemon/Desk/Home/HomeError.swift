/// Why the daemon's folder cannot be used: a code to switch over, and a sentence with the thing, the fault and the fix.
package struct HomeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of faults.
    package enum Code: String, Sendable, Hashable {
        /// It cannot be made, read or written.
        case unusable
        /// It belongs to another user.
        case foreign
        /// Another daemon works in it.
        case taken
    }

    /// What kind of fault it is.
    package let code: Code
    /// Thing, fault and fix in a sentence.
    package let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
