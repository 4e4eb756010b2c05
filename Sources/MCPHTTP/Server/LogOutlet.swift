import MCPConnection

/// Puts the messages of an exchange into its log; whoever says more than its reader reads waits for it.
struct LogOutlet: ServerOutlet {
    let log: EventLog
    let forward: @Sendable ([UInt8]) -> [UInt8]

    func append(_ message: [UInt8]) { log.append(forward(message)) }

    func sendSoon() {}

    func waitUntilSent() async { await log.waitForReader() }
}
