package import MCPConnection

/// Stands between a client and a server over pipes: every message passes as it came, and is taken down.
package struct StdioProxy: Sendable {
    private let tape: Tape
    private let passErrorLine: @Sendable (String) -> Void

    /// Prepares a proxy.
    /// - Parameters:
    ///   - tape: where everything is taken down.
    ///   - passErrorLine: gets each line of the server's standard error, to show it to whoever started us.
    package init(tape: Tape, passErrorLine: @escaping @Sendable (String) -> Void = { _ in }) {
        self.tape = tape
        self.passErrorLine = passErrorLine
    }

    /// Starts the server and passes messages on until one side ends; then both are closed.
    ///
    /// When the client closes its side, what the server still says within the bound of its ending is passed on.
    /// - Returns: how the server ended.
    /// - Throws: `LaunchError`.
    package func run<C: Clock<Duration>>(
        _ server: StdioServer,
        client: any MessageChannel,
        bounds: TeardownBounds = TeardownBounds(),
        guardedBy guardian: ServerGuard? = nil,
        clock: C
    ) async throws(LaunchError) -> ServerExit {
        let (tape, passErrorLine) = (tape, passErrorLine)
        let run = try await withServerProcess(
            server,
            bounds: bounds,
            guardedBy: guardian,
            clock: clock,
            onErrorLine: { line in
                tape.standardError(line)
                passErrorLine(line)
            },
            { process in
                await withTaskGroup(of: Bool.self) { group in
                    group.addTask {
                        await pass(from: client, to: process.channel) { tape.client($0) }
                        process.channel.close()
                        return false
                    }
                    group.addTask {
                        await pass(from: process.channel, to: client) { tape.server($0) }
                        return true
                    }
                    if await group.next() == false {
                        group.addTask {
                            // Cancelled means that the server was quicker.
                            try? await clock.sleep(for: bounds.afterInputClosed)
                            return true
                        }
                        _ = await group.next()
                    }
                    group.cancelAll()
                }
            }
        )
        tape.ended(run.exit)
        client.close()
        return run.exit
    }
}

/// Passes messages on until the end; what is too long for a message is left out.
private func pass(
    from source: any MessageChannel,
    to target: any MessageChannel,
    _ note: @Sendable ([UInt8]) -> Void
) async {
    for await event in source.events {
        switch event {
        case .message(let message), .unterminated(let message):
            note(message)
            // Whoever does not read any more ends the conversation, which shows at the end of its own side.
            try? await target.send(message)
        case .oversized(let length, let beginning, _):
            note(beginning + Array("… (\(length) bytes)".utf8))
        case .ended:
            return
        }
    }
}
