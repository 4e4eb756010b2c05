extension ServerProcess {
    /// Waits for its end, at most this long.
    func exits<C: Clock<Duration>>(within bound: Duration, clock: C) async -> Bool {
        await arrives(exit, within: bound, clock: clock)
        return exitStatus != nil
    }

    /// Waits until its pipes have delivered everything, at most this long; longer, only somebody else holds them.
    func drain<C: Clock<Duration>>(within bound: Duration, clock: C) async {
        let pipes = pipes
        let errorEnded = errorEnded
        await withTaskGroup { group in
            group.addTask { await arrives(pipes.inputEnded, within: bound, clock: clock) }
            group.addTask { await arrives(errorEnded, within: bound, clock: clock) }
        }
    }
}

extension PipeChannel {
    /// Stops reading once nothing has come for a while and nothing waits to be read, unless the input ended before.
    func abandonWhenQuiet<C: Clock<Duration>>(for quiet: Duration, clock: C) async {
        var seen = -1
        while inputEnded.current == nil, !Task.isCancelled {
            if seen == bytesRead, !isFull {
                abandon()
                return
            }
            seen = bytesRead
            await arrives(inputEnded, within: quiet, clock: clock)
        }
    }
}

/// Waits for a value or the end of a bound, whichever comes first.
func arrives<Value, C: Clock<Duration>>(_ value: OneShot<Value>, within bound: Duration, clock: C) async {
    guard value.current == nil else { return }
    await withTaskGroup { group in
        group.addTask { _ = await value.wait() }
        // Losing the error is right: it only says that the value came first.
        group.addTask { try? await clock.sleep(for: bound) }
        await group.next()
        group.cancelAll()
    }
}
