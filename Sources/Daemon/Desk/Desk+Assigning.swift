import DaemonAPI
import Health
import Install
import JSON
import Logging
import MCP
import MCPAuthorization
import Probing
import Redaction
import Registry
import Store
import Supervision
import Synchronization

extension Desk {
    /// Runs an integration as it is configured now, or not any more; only within its turn.
    ///
    /// - Returns: what was given to the fleet; nil for one that is not to run.
    @discardableResult
    func settle(_ id: String, unable reason: String? = nil) async throws -> Assignment? {
        let versions = try await library.versions(of: id)
        let stored = try await store.configuration(of: id)
        memory.withLock { memory in
            if stored == nil { (memory.servers[id], memory.masks[id]) = (nil, nil) }
            memory.authorizers[id] = nil
            memory.settings[id] = stored.map { DeskMemory.Settings($0) }
            memory.installs[id] = versions
        }
        guard let stored, stored.isEnabled, let entry = registry[id] else {
            await fleet.withdraw(id)
            return nil
        }
        let assignment: Assignment
        if let reason {
            assignment = obstructed(entry, .unable(reason))
        } else {
            assignment = await self.assignment(of: entry, stored)
        }
        memory.withLock { memory in
            memory.servers[id] = assignment.server?.id
            memory.obstructed[id] = assignment.obstacle != nil
        }
        fleet.assign(assignment)
        return assignment
    }

    private func assignment(of entry: Integration, _ stored: StoredConfiguration) async -> Assignment {
        let values: [String: String]
        do throws(VaultError) {
            values = try open(stored)
        } catch {
            return obstructed(entry, .unable(error.description))
        }
        let installed = memory.withLock { $0.installs[entry.id] }?.first { $0.row.isCurrent }
        let server: IntegrationServer
        do throws(Problem) {
            server = try await chosen(of: entry, stored.server, installed)
        } catch {
            return obstructed(entry, .unable("\(error.detail): \(error.fix)"), values)
        }
        let session: LoginSession?
        do throws(AuthorizationFault) {
            session = try await loginSession(of: entry, server, values)
        } catch {
            return obstructed(entry, .unable("its log-in cannot be used: \(error)"), values, server)
        }
        let (form, used) = (session?.entry ?? entry, session?.server ?? server)
        let (runnable, run, capabilities) = await launch(form, used, installed)
        guard let capabilities else {
            return obstructed(runnable, .unable("it is not installed: openwork install \(entry.id)"), values, server)
        }
        do throws(LaunchPlanError) {
            let plan = try LaunchPlan(for: runnable, configuration: values, on: capabilities, server: run.id)
            var assignment = Assignment(
                runnable,
                server: run,
                plan: plan,
                configuration: values,
                isLoggedIn: session != nil,
                authorizer: session?.authorizer,
                restarts: settings.restarts,
                policy: settings.health,
                limits: settings.limits
            )
            assignment.inbox = inbox(of: entry.id, run)
            if let authorizer = session?.authorizer {
                assignment.trouble = { authorizer.fault.flatMap { LoginTrouble($0) } }
                memory.withLock { $0.authorizers[entry.id] = authorizer }
            }
            return assignment
        } catch {
            return obstructed(entry, .unable(error.description), values, server)
        }
    }

    /// The entry and server as they are started, and what they can count on; nil where it has to be fetched first.
    private func launch(
        _ entry: Integration,
        _ server: IntegrationServer,
        _ installed: InstalledServer?
    ) async -> (Integration, IntegrationServer, Capabilities?) {
        if let standIn = settings.standIn?(entry, server) {
            var run = server
            (run.kind, run.transport, run.url, run.requires) = (.command, .stdio, nil, [])
            (run.executable, run.arguments) = (standIn.executable, standIn.arguments)
            var played = entry
            played.servers = entry.servers.map { $0.id == run.id ? run : $0 }
            return (played, run, Capabilities(baseEnvironment: machine.base))
        }
        guard InstallLibrary.fetches(server.kind) else {
            return (entry, server, await machine.capabilities(for: server))
        }
        guard let installed, installed.isVersion(of: server) else { return (entry, server, nil) }
        let program = installed.installation.program.map { program in
            Capabilities.Installed(program.executable, arguments: program.arguments)
        }
        return (entry, server, await machine.capabilities(for: server, installed: program))
    }

    private func obstructed(
        _ entry: Integration,
        _ obstacle: Assignment.Obstacle,
        _ values: [String: String] = [:],
        _ server: IntegrationServer? = nil
    ) -> Assignment {
        Assignment(entry, server: server, obstacle: obstacle, configuration: values, policy: settings.health)
    }

    /// The server that is to run: the one that is wanted, or the one that is installed, or the best that can run here.
    /// - Throws: what is lacking, for every server.
    func chosen(
        of entry: Integration,
        _ wanted: String?,
        _ installed: InstalledServer?
    ) async throws(Problem) -> IntegrationServer {
        if let wanted {
            if let server = entry.server(wanted) { return server }
            throw Problem(
                422,
                "unknown_server",
                "\(entry.id) has no server \(wanted)",
                fix: "choose one of \(entry.servers.map(\.id).joined(separator: ", "))",
                faults: [
                    Problem.Fault(
                        field: "/server",
                        message: "there is no server \(wanted)",
                        fix: "choose one of \(entry.servers.map(\.id).joined(separator: ", "))"
                    )
                ]
            )
        }
        if let installed, let server = entry.servers.first(where: installed.isVersion(of:)) { return server }
        if settings.standIn != nil, let server = entry.servers.first { return server }
        var lacks: [String] = []
        for server in entry.servers {
            guard let lack = await machine.lacking(for: server) else { return server }
            lacks.append("\(server.id): \(lack)")
        }
        throw Problem(
            409,
            "nothing_runs_here",
            lacks.isEmpty
                ? "the entry of \(entry.id) names no server" : "none of the servers of \(entry.id) can run here",
            fix: lacks.isEmpty ? "add one under servers" : lacks.joined(separator: "; ")
        )
    }

    /// The values of a configuration, secrets opened; who answers callers learns to mask them here.
    private func open(_ stored: StoredConfiguration) throws(VaultError) -> [String: String] {
        var secrets: [String: String] = [:]
        for (name, secret) in stored.secrets {
            secrets[name] = try vault.open(secret, for: SecretPlace(.setting, stored.integration, name))
        }
        let mask = SecretMask(secrets)
        memory.withLock { $0.masks[stored.integration, default: IntegrationMask()].settings = mask }
        return stored.settings.merging(secrets) { _, secret in secret }
    }
}
