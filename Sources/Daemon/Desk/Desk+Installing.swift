package import DaemonAPI
import Health
import Install
import JSON
import Logging
import MCP
import Redaction
import Registry
import Store
import Supervision
import Synchronization

extension Desk {
    /// What is there already is not fetched again.
    package func install(_ id: String, _ options: InstallOptions) async throws -> Verdict {
        try await changing("install", id) {
            let start = clock.now
            let (entry, request) = try await request(id, options)
            var steps: [String] = []
            if let request { steps.append(try await fetched(request, isUpgrade: false)) }
            if request == nil { steps.append("there is nothing to install: it is not a package") }
            return await verdict(.installed, entry, try await settle(id), steps, since: start)
        }
    }

    /// Goes back by itself where the new version cannot be talked to and the one before could be.
    package func upgrade(_ id: String, _ options: InstallOptions) async throws -> Verdict {
        try await changing("upgrade", id) {
            let start = clock.now
            let (entry, request) = try await request(id, options)
            guard let request else {
                throw Problem(
                    409,
                    "nothing_to_install",
                    "\(id) is not a package that is installed here",
                    fix: "upgrade it where it comes from"
                )
            }
            let former = try await library.current(of: id)
            var steps = [try await fetched(request, isUpgrade: true)]
            let present = try await library.current(of: id)
            let assignment = try await settle(id)
            var verdict = await verdict(.upgraded, entry, assignment, steps, since: start)
            guard let former, former != present, hasFailed(id), let back = try await library.rollBack(id) else {
                return verdict
            }
            steps = verdict.steps
            steps.append("\(present?.version ?? "the new version") did not start: back to \(back.version)")
            verdict = await self.verdict(.rolledBack, entry, try await settle(id), steps, since: start)
            return verdict
        }
    }

    /// The version that is left is removed, so that nobody goes back to it.
    package func rollBack(_ id: String) async throws -> Verdict {
        try await changing("rollback", id) {
            let start = clock.now
            let entry = try entry(id)
            guard let back = try await library.rollBack(id) else {
                throw Problem(
                    409,
                    "no_former_version",
                    "\(id) has no version to go back to",
                    fix: "install the version that you want: openwork install \(id)"
                )
            }
            let steps = ["back to \(back.version)"]
            return await verdict(.rolledBack, entry, try await settle(id), steps, since: start)
        }
    }

    // MARK: Steps

    /// Fetches the server that is to run where it is not here.
    /// - Returns: why it is not here; nil when all is well.
    func fetchIfNeeded(_ entry: Integration, _ steps: inout [String]) async throws -> String? {
        let stored = try await store.configuration(of: entry.id)
        guard stored?.isEnabled ?? false, settings.standIn == nil else { return nil }
        let installed = try await library.current(of: entry.id)
        // Why none can run is told by what is given to the fleet.
        guard let server = try? await chosen(of: entry, stored?.server, installed),
            InstallLibrary.fetches(server.kind), installed.map({ !$0.isVersion(of: server) }) ?? true
        else { return nil }
        do {
            steps.append(try await fetched(InstallRequest(entry.id, server), isUpgrade: false))
            return nil
        } catch let problem as Problem {
            steps += problem.faults.map(\.message)
            return "\(problem.detail): \(problem.fix)"
        }
    }

    /// - Throws: a problem with what the client of the registry said last.
    private func fetched(_ request: InstallRequest, isUpgrade: Bool) async throws -> String {
        let id = request.integration
        let tell: @Sendable (InstallEvent) -> Void = { [weak self] event in self?.announce(event, of: id) }
        do {
            let made =
                isUpgrade
                ? try await library.upgrade(request, onEvent: tell) : try await library.install(request, onEvent: tell)
            return "\(made.row.package) \(made.version) is installed"
        } catch let error as InstallError {
            announceFailure(error, of: id)
            throw Problem(
                error.code == .diskFull ? 507 : 502,
                "install_\(error.code.rawValue.replacing("-", with: "_"))",
                error.summary,
                fix: error.fix,
                faults: error.lines.suffix(8).map { line in
                    Problem.Fault(field: "", message: "the client said: \(line)", fix: error.fix)
                }
            )
        }
    }

    private func request(_ id: String, _ options: InstallOptions) async throws -> (Integration, InstallRequest?) {
        let entry = try entry(id)
        let stored = try await store.configuration(of: id)
        let installed = try await library.current(of: id)
        var server = try await chosen(of: entry, options.server ?? stored?.server, installed)
        guard InstallLibrary.fetches(server.kind), settings.standIn == nil else { return (entry, nil) }
        if let version = options.version, version != server.version {
            // What the entry vouches for is the version that it names.
            (server.version, server.integrity) = (version, nil)
        }
        return (entry, InstallRequest(id, server))
    }

    /// Whether it could not be talked to when it was last tried.
    private func hasFailed(_ id: String) -> Bool {
        guard let outcome = fleet.status(of: id)?.lastOutcome else { return false }
        return switch outcome.code {
        case .spawnFailed, .exited, .closed, .timeout, .notMCP, .protocolError: true
        default: false
        }
    }

    private func announce(_ event: InstallEvent, of id: String) {
        switch event {
        case .began(let step): publish(.install, id, ["step": .string(step.rawValue)])
        case .reused: publish(.install, id, ["step": "reused"])
        case .finished: publish(.install, id, ["step": "finished"])
        // Lines of clients are many, and of use only when it fails.
        case .said: break
        }
    }

    private func announceFailure(_ error: InstallError, of id: String) {
        publish(.install, id, ["step": "failed", "code": .string(error.code.rawValue)])
    }
}
