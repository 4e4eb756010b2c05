/// A process that a server started and that outlived it.
package struct Leftover: Sendable, Hashable {
    /// Its process id while it lived.
    package var pid: Int32
    /// The kernel's name for it, at most 15 bytes.
    package var name: String
    /// True when it had left the session of the server, as daemons do.
    package var hasOwnSession: Bool
    /// False when it could not be ended.
    package var isGone: Bool
}
