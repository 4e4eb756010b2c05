import Probing
import Logging
import Synchronization
import Health
import MCPConnection
import Store

extension Fleet {
    /// Runs everything until `shutDown` or the cancellation of the task; no process is left when it returns.
    package func run() async {
        let last = await lastChanges()
        await tools.connector.whileServing {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    await self.tools.monitor.run(
                        woke: { self.everybody { $0.tell { machine, now, _ in machine.woke(at: now) } } },
                        attend: { self.attend($0) }
                    )
                }
                group.addTask {
                    await self.tools.chronicle.run(
                        every: self.tools.settings.writeEvery,
                        clock: self.tools.prober.clock
                    )
                }
                group.addTask { await self.tools.duties.run(clock: self.tools.prober.clock) }
                await self.runHosts(last)
                group.cancelAll()
            }
        }
        // Shielded: what is known is written down, also when the task was cancelled.
        await Task {
            await tools.chronicle.write()
            await tools.duties.giveBack()
        }.value
        tools.announcements.finish()
        logs.close()
    }

    /// Stops all servers in an orderly way, and lets `run` return.
    package func shutDown() {
        roster.withLock { $0.close() }
        ring()
    }

    private func runHosts(_ last: [String: StoredHealthChange]) async {
        await withDiscardingTaskGroup { group in
            while !roster.withLock(\.isOver), !Task.isCancelled {
                let ring = OneShot<Void>()
                bell.withLock { $0 = ring }
                for newcomer in roster.withLock({ $0.takeNewcomers() }) {
                    group.addTask {
                        var told = last[newcomer.id]?.to
                        if let before = newcomer.before {
                            _ = await before.over.wait()
                            told = before.status.health.state
                        }
                        await newcomer.host.run(after: told, history: last[newcomer.id])
                    }
                }
                if roster.withLock(\.isOver) { break }
                _ = await ring.wait()
            }
            shutDown()
            for newcomer in roster.withLock({ $0.takeNewcomers() }) { newcomer.host.end() }
            everybody { $0.retire() }
        }
    }

    private func attend(_ id: String) {
        let mayProbe = tools.duties.mayProbe
        host(id)?.tell { machine, now, chance in machine.attend(at: now, mayProbe: mayProbe, chance: chance) }
    }

    private func everybody(_ body: (Host) -> Void) {
        for host in roster.withLock({ Array($0.hosts.values) }) { body(host) }
    }

    private func lastChanges() async -> [String: StoredHealthChange] {
        do {
            return try await store.latestHealthChanges()
        } catch {
            tools.logger.warning("what was known of health before cannot be read: \(error)")
            return [:]
        }
    }
}
