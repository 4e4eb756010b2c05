package import MCPConnection
import Synchronization

/// Runs clients as child processes: own group, no input, output held within limits, nothing left over.
package struct ProcessRunner<C: Clock<Duration>>: CommandRunner {
    private let clock: C
    private let bounds: TeardownBounds
    private let guardian: ServerGuard?

    private enum Step {
        case read, ended, overdue
    }

    private static var outputLimitInBytes: Int { 1 << 20 }

    /// - Parameters:
    ///   - clock: counts the bounds.
    ///   - bounds: how long ending a client may take.
    ///   - guardian: ends clients when we are killed; nil to leave them to their end.
    package init(
        clock: C,
        bounds: TeardownBounds = TeardownBounds(afterInputClosed: .zero),
        guardedBy guardian: ServerGuard? = nil
    ) {
        self.clock = clock
        self.bounds = bounds
        self.guardian = guardian
    }

    /// Starts it with an input that is at its end.
    package func run(
        _ command: InstallCommand,
        within bound: Duration,
        onLine: @escaping @Sendable (String) -> Void
    ) async -> CommandResult {
        let server = StdioServer(
            executable: command.executable,
            arguments: command.arguments,
            environment: command.environment,
            workingDirectory: command.directory
        )
        let output = Mutex<(lines: [String], bytes: Int)>(([], 0))
        let limits = ChannelLimits(messageBytes: Self.outputLimitInBytes)
        do throws(LaunchError) {
            let run = try await withServerProcess(
                server,
                limits: limits,
                bounds: bounds,
                guardedBy: guardian,
                clock: clock,
                onErrorLine: onLine
            ) { process in
                await ended(process, within: bound) { line in
                    output.withLock { kept in
                        kept.bytes += line.utf8.count
                        if kept.bytes <= Self.outputLimitInBytes { kept.lines.append(line) }
                    }
                    onLine(line)
                }
            }
            let hasEnded = (try? run.value) ?? false
            let ending: CommandResult.Ending =
                switch run.exit.status {
                case _ where !hasEnded: Task.isCancelled ? .cancelled : .timedOut
                case .code(let code): .exited(code)
                case .signal(let signal): .killed(signal)
                case nil: .timedOut
                }
            return CommandResult(ending, output: output.withLock(\.lines), errors: run.exit.errorTail.lines)
        } catch {
            return CommandResult(.notStarted(error.description))
        }
    }

    /// Whether it ended by itself in time.
    private func ended(
        _ process: ServerProcess,
        within bound: Duration,
        onLine: @escaping @Sendable (String) -> Void
    ) async -> Bool {
        let clock = clock
        process.channel.close()
        return await withTaskGroup(of: Step.self) { group in
            group.addTask {
                for await event in process.channel.events {
                    switch event {
                    case .message(let bytes), .unterminated(let bytes): onLine(String(decoding: bytes, as: UTF8.self))
                    case .oversized, .ended: break
                    }
                }
                return .read
            }
            group.addTask { await process.exited() == nil ? .overdue : .ended }
            group.addTask {
                // Cancelled only when the client has ended.
                try? await clock.sleep(until: clock.now.advanced(by: bound), tolerance: nil)
                return .overdue
            }
            // What it said last may still be on its way when it has ended.
            var steps: Set<Step> = []
            while !steps.isSuperset(of: [.read, .ended]), !steps.contains(.overdue), let next = await group.next() {
                steps.insert(next)
            }
            group.cancelAll()
            return steps.contains(.ended)
        }
    }
}
