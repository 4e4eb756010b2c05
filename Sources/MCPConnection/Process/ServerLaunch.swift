import Glibc

/// One started server; its process id stays ours until everything of it has been ended.
struct ServerLaunch: Sendable {
    let process: ServerProcess
    private let child: ChildProcess

    /// What marks everything it started.
    var mark: String { child.mark }

    /// Starts it; `now` is the time on the clock of the scope.
    /// - Throws: `LaunchError`, with nothing left open or running.
    static func start(
        _ server: StdioServer,
        limits: ChannelLimits,
        now: @escaping @Sendable () -> Duration,
        onErrorLine: @escaping @Sendable (String) -> Void
    ) async throws(LaunchError) -> ServerLaunch {
        let path = try LaunchCheck(server: server).resolve()
        let loop = try startLoop(for: server)
        do throws(LaunchError) {
            let pipes = try ServerPipe.three(for: server.executable)
            do throws(LaunchError) {
                let child = try ChildProcess.start(server, path: path, pipes: pipes)
                let process = ServerProcess(
                    child,
                    pipes: pipes,
                    loop: loop,
                    limits: limits,
                    now: now,
                    onErrorLine: onErrorLine
                )
                return ServerLaunch(process: process, child: child)
            } catch {
                for pipe in pipes { close(pipe.ours) }
                throw error
            }
        } catch {
            await loop.stop()
            throw error
        }
    }

    private static func startLoop(for server: StdioServer) throws(LaunchError) -> DescriptorLoop {
        do throws(ResourceShortage) {
            return try DescriptorLoop.start()
        } catch {
            throw LaunchError(.outOfResources, executable: server.executable, errno: error.errno)
        }
    }

    /// Runs the body; when the process ends meanwhile, readers do not wait for others that hold its pipes.
    func run<Value, C: Clock<Duration>>(
        bounds: TeardownBounds,
        clock: C,
        _ body: (ServerProcess) async throws -> Value
    ) async -> Result<Value, any Error> {
        let process = process
        return await withTaskGroup { group in
            group.addTask {
                guard await process.exited() != nil else { return }
                await process.pipes.abandonWhenQuiet(for: bounds.drain, clock: clock)
            }
            defer { group.cancelAll() }
            do {
                return .success(try await body(process))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Ends the server, whatever it takes, and everything it started.
    func end<C: Clock<Duration>>(
        bounds: TeardownBounds,
        guardedBy guardian: ServerGuard?,
        clock: C
    ) async -> ServerExit {
        process.pipes.discardUnread()
        let ending = await endProcess(bounds: bounds, clock: clock)
        var leftovers: [Leftover] = []
        if ending != .stuck {
            let sweep = LeftoverSweep(server: process.pid, mark: mark)
            leftovers = await sweep.endAll(within: bounds.leftovers, clock: clock)
            await process.drain(within: bounds.drain, clock: clock)
        }
        process.stopWatching()
        await process.loop.stop()
        // Before it is reaped: afterwards its id may be somebody else's.
        if ending != .stuck { await guardian?.forget(process.pid, mark: mark) }
        child.letGo(waiting: ending != .stuck)
        return ServerExit(
            ending: ending,
            status: process.exitStatus,
            leftovers: leftovers,
            errorTail: process.errorTail
        )
    }

    private func endProcess<C: Clock<Duration>>(bounds: TeardownBounds, clock: C) async -> ServerExit.Ending {
        // The session may have closed our side already; what the process did before that, it did by itself.
        if process.exitStatus != nil, process.closed.current == nil { return .byItself }
        process.pipes.close()
        if await process.exits(within: bounds.afterInputClosed, clock: clock) {
            guard let closed = process.closed.current, let ended = process.ended.current, ended >= closed else {
                return .byItself
            }
            return .afterInputClosed(ended - closed)
        }
        var start = clock.now
        kill(-process.pid, SIGTERM)
        if await process.exits(within: bounds.afterTerminate, clock: clock) {
            return .afterTerminate(start.duration(to: clock.now))
        }
        start = clock.now
        kill(-process.pid, SIGKILL)
        if await process.exits(within: bounds.afterKill, clock: clock) {
            return .afterKill(start.duration(to: clock.now))
        }
        return .stuck
    }
}
