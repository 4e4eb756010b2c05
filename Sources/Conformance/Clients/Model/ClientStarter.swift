/// Starts the client under test; the live one starts a process, tests have one in memory.
package protocol ClientStarter: Sendable {
    /// Starts it, waits for its end within the bound, and leaves nothing of it behind.
    func play(_ start: ClientStart) async -> ClientEnding
}
