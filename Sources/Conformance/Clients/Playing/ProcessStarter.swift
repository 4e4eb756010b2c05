package import MCPConnection
import MCPHTTP

/// Starts the client under test as a process of its own, in a group of its own.
package struct ProcessStarter<C: Clock<Duration>>: ClientStarter {
    private let command: StdioServer
    private let clock: C

    /// - Parameters:
    ///   - command: What to start; the address is added to its arguments, the scenario to its environment.
    ///   - clock: Counts the bounds.
    package init(_ command: StdioServer, clock: C) {
        self.command = command
        self.clock = clock
    }

    /// Starts it once; its output is read and dropped, what is left of it is ended.
    package func play(_ start: ClientStart) async -> ClientEnding {
        var command = command
        command.arguments.append(start.address.description)
        command.environment.merge(start.variables) { $1 }
        let bounds = TeardownBounds(afterInputClosed: .milliseconds(10))
        do {
            let run = try await withServerProcess(command, bounds: bounds, clock: clock) { process in
                await hasEnded(process, within: start.bound)
            }
            guard try run.value, let status = run.exit.status else { return .timedOut(start.bound) }
            let words = run.exit.errorTail.lines.last { $0.contains(where: \.isLetter) } ?? ""
            switch status {
            case .code(let code): return .exited(code, words: words)
            case .signal: return .killed(status.description, words: words)
            }
        } catch {
            return .notStarted("\(error)")
        }
    }

    /// Waits for its end, and reads what it prints meanwhile, so that it is never held up by that.
    private func hasEnded(_ process: ServerProcess, within bound: Duration) async -> Bool {
        await withTaskGroup(of: Bool?.self) { group in
            group.addTask {
                for await _ in process.channel.events {}
                return nil
            }
            group.addTask {
                let outcome = await clock.race(within: bound) { await process.exited() != nil }
                guard case .value(let hasEnded) = outcome else { return false }
                return hasEnded
            }
            while let outcome = await group.next() {
                guard let hasEnded = outcome else { continue }
                group.cancelAll()
                return hasEnded
            }
            return false
        }
    }
}
