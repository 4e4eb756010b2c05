package import JSON

/// One thing that is wrong with an entry or a role, with its place and the way to mend it.
package struct EntryFault: Hashable, Sendable, CustomStringConvertible {
    /// The way to what is wrong, from the entry itself; a member that is missing is pointed to as if it were there.
    package var pointer: JSONPointer
    /// What is wrong, with the value that was seen, to be read after the path: `is the number 3`.
    package var fault: String
    /// What to write instead.
    package var fix: String

    /// Takes all three; the pointer counts from the entry itself.
    package init(_ pointer: JSONPointer, _ fault: String, fix: String) {
        self.pointer = pointer
        self.fault = fault
        self.fix = fix
    }

    /// Path, fault and fix in one line.
    package var description: String {
        let path = pointer.fieldPath
        return (path.isEmpty ? "the entry" : path) + " \(fault): \(fix)"
    }
}
