package import JSON

/// One thing that is wrong with the registry, with the place in its file.
package struct RegistryFault: Hashable, Sendable, CustomStringConvertible {
    /// Whether the thing still works.
    package enum Severity: String, Sendable, Hashable, CaseIterable {
        /// It does not: an entry is left out, or would fail when it is used.
        case error
        /// It does, but not as it should.
        case warning
    }

    /// The rule that is broken, such as `REG-FORM`; stable.
    package var rule: String
    /// Whether the thing still works.
    package var severity: Severity
    /// The file, as it was named by whoever asked for it.
    package var file: String
    /// Counted from 1; 1 for the whole file.
    package var line: Int
    /// Counted from 1, in bytes.
    package var column: Int
    /// The id of the entry or role, where it has one.
    package var subject: String?
    /// The way to what is wrong, from the entry; empty for the whole.
    package var path: JSONPointer
    /// What is wrong, to be read after the path.
    package var fault: String
    /// What to do about it.
    package var fix: String

    /// Everything in one line that editors and terminals can follow: `file:line:column: …`.
    package var description: String {
        let thing = [subject, path.tokens.isEmpty ? nil : path.fieldPath].compactMap(\.self).joined(separator: ".")
        return "\(file):\(line):\(column): \(thing.isEmpty ? "the file" : thing) \(fault): \(fix)"
    }
}
