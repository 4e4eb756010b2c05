/// The system refused us something we need for a connection, such as a descriptor or a thread.
package struct ResourceShortage: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was asked for, with its article: "a pipe".
    package var what: String
    /// The system's reason.
    package var errno: Int32

    /// The thing, the fault and the fix.
    package var description: String {
        "the system refused us \(what), \(systemErrorText(errno)): "
            + "close other programs or raise the limits (ulimit -n, ulimit -u)"
    }
}
