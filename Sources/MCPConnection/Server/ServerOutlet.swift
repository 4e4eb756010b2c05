/// Where the messages of a server session go, in order.
package protocol ServerOutlet: Sendable {
    /// Takes a message; called under the session's lock, and must not wait.
    func append(_ message: [UInt8])
    /// Messages were appended that may go now.
    func sendSoon()
    /// Waits until everything appended now has gone, or can no longer go.
    func waitUntilSent() async
}

extension Outbox: ServerOutlet {}
