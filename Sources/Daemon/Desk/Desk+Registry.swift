package import DaemonAPI
import Glibc
import Health
import Install
package import JSON
import Logging
import MCP
import Redaction
import Registry
import Store
import Supervision
import Synchronization

extension Desk {
    /// The rest of the file stays as it is; what the entry says holds before this returns.
    package func add(_ entry: JSONValue) async throws -> IntegrationReport {
        guard let object = entry.objectValue else {
            throw Problem(422, "invalid_entry", "the entry is no object", fix: "send an object")
        }
        let read: Integration
        do throws(EntryError) {
            read = try Integration(json: entry)
        } catch {
            throw Problem(
                422,
                "invalid_entry",
                "the entry cannot be used",
                fix: error.faults.first?.fix ?? "correct the entry",
                faults: error.faults.map { fault in
                    Problem.Fault(field: fault.pointer.description, message: fault.fault, fix: fault.fix)
                }
            )
        }
        let names = read.servers.flatMap { read.configSchema(of: $0).map(\.name) }
        guard !read.servers.contains(where: { $0.kind == .command }), !names.contains(where: CommandRefusal.isLoader)
        else {
            throw Problem(
                403,
                "command_refused",
                "an entry that decides what this machine runs is not taken over HTTP",
                fix: "write it into \(settings.home.registryFile) by hand"
            )
        }
        try await audited("add", read.id) {
            try await turns.take("/registry") {
                try UserRegistry(file: settings.home.registryFile).put(object)
                try await apply(loadRegistry())
            }
        }
        return try await integration(read.id)
    }

    /// A shipped entry stays in the list, without settings, secrets and installs.
    package func remove(_ id: String) async throws {
        let isStored = try await store.configuration(of: id) != nil
        if !isStored { _ = try entry(id) }
        try await audited("remove", id) {
            try await turns.take("/registry") {
                let file = UserRegistry(file: settings.home.registryFile)
                // A file that cannot be changed is told before anything is lost.
                let isCustom = try file.holds(id)
                try await turns.take(id) { try await forget(id) }
                if isCustom {
                    _ = try file.takeOut(id)
                    forgetDocument(of: id)
                    try await apply(loadRegistry())
                }
            }
        }
        publish(.registry, id, ["what": "removed"])
    }

    private func forget(_ id: String) async throws {
        await fleet.withdraw(id)
        await giveLoginsBack(id)
        try await library.uninstall(id)
        try await store.forget(id)
        keep(try await store.approvals(of: id), of: id)
        memory.withLock { $0.forget(id) }
        let logs = settings.home.logs
        for name in LocalFolder.names(in: logs) where name == id || name.hasPrefix("\(id).") {
            unlink("\(logs)/\(name)")
        }
    }

    /// What has changed in the user's files holds from now on.
    package func reload() async throws {
        machine.forget()
        try await turns.take("/registry") { try await apply(loadRegistry()) }
    }

    /// Takes a registry over: what came or changed runs as it is now, what went is stopped, the rest is left alone.
    func apply(_ next: RegistrySnapshot) async throws {
        let (former, isFirst) = memory.withLock { memory in
            defer { (memory.registry, memory.isLoaded) = (next, true) }
            return (memory.registry, !memory.isLoaded)
        }
        // Before any of them runs: what was approved in an earlier life holds from the first moment.
        if isFirst { try await loadApprovals() }
        settleRoles()
        let ids = Set(former.integrations.map(\.id)).union(next.integrations.map(\.id))
        let changed = ids.filter { former[$0] != next[$0] }.sorted()
        let configured = memory.withLock { Set($0.settings.keys) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in changed where configured.contains(id) {
                group.addTask { try await self.turns.take(id) { try await self.takeUp(id) } }
            }
            try await group.waitForAll()
        }
        for fault in next.faults where !former.faults.contains(fault) {
            logger.warning("registry: \(fault.description)")
        }
        guard !isFirst, !changed.isEmpty || former.faults != next.faults || former.roles != next.roles else { return }
        publish(
            .registry,
            nil,
            [
                "what": "reloaded", "changed": .array(changed.map { .string($0) }),
                "faults": JSONValue(next.faults.count),
            ]
        )
        announceReadiness()
    }

    /// Runs an integration; where its server is not here, that is fetched behind everything else.
    func takeUp(_ id: String) async throws {
        let assignment = try await settle(id)
        guard let assignment, assignment.obstacle != nil, let server = assignment.server,
            InstallLibrary.fetches(server.kind)
        else { return }
        repairSink.yield(id)
    }
}
