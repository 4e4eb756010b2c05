import MCP
import Synchronization

/// Runs one session over one connection after another, as the session asks for them.
struct ClientScope: Sendable {
    let driver: ClientDriver
    let limits: ChannelLimits

    /// What became of one connection.
    enum Attempt<Value> {
        case done(Result<Value, any Error>)
        case needsRespawn
    }

    /// Opens the session over a channel, runs the body when it is ready, and closes it.
    ///
    /// `ending` says why the input ended, and may take a moment to find out.
    func attempt<Value>(
        over channel: any MessageChannel,
        process: ServerProcess?,
        ending: @escaping @Sendable (ChannelEnd?) async -> ConnectionEnd,
        _ body: (Client) async throws -> Value
    ) async -> Attempt<Value> {
        let (driver, limit) = (driver, limits.messageBytes)
        driver.open(channel, pid: process?.pid)
        return await withTaskGroup { group in
            group.addTask { await driver.readAll(from: channel, limitInBytes: limit, ending: ending) }
            group.addTask {
                let closed = await driver.outbox.sendAll(over: channel) { driver.record(.sent($0)) }
                guard let closed, closed.reason != .closedByUs else { return }
                driver.finish(await ending(nil))
            }
            group.addTask {
                await driver.timers.run { timer in
                    driver.handle { $0.timerFired(timer) }
                    driver.outbox.sendSoon()
                }
            }
            defer { group.cancelAll() }
            return await use(driver.phase.wait(), process: process, body)
        }
    }

    private func use<Value>(
        _ phase: ClientPhase?,
        process: ServerProcess?,
        _ body: (Client) async throws -> Value
    ) async -> Attempt<Value> {
        defer { driver.state.withLock { $0.channel = nil } }
        switch phase {
        case .ready(let description):
            let outcome: Result<Value, any Error>
            do {
                outcome = .success(try await body(Client(driver: driver, process: process, server: description)))
            } catch {
                outcome = .failure(error)
            }
            close()
            return .done(outcome)
        case .failed(let failure):
            let status = process?.ownExitStatus
            let tail = process?.errorTail ?? ErrorTail()
            return .done(.failure(ConnectFailure(failure: failure, exitStatus: status, errorTail: tail)))
        case .needsRespawn:
            return .needsRespawn
        case nil:
            close()
            return .done(.failure(CancellationError()))
        }
    }

    /// Ends the session from our side.
    private func close() {
        driver.handle { $0.close() }
        driver.connectionEnded.fulfil(.closedByUs)
        driver.notifications.finish()
    }

    /// The result of the whole.
    func run<Value>(_ outcome: Result<Value, any Error>, exits: [ServerExit]) -> ClientRun<Value> {
        let (violations, dropped) = driver.state.withLock { ($0.violations, $0.droppedViolations) }
        return ClientRun(
            outcome: outcome,
            exits: exits,
            violations: violations,
            droppedViolations: dropped,
            droppedNotifications: driver.notifications.droppedCount
        )
    }
}
