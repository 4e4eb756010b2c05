import Conformance
import Foundation
import Glibc
import Install
import Logging
import MCP
import MCPHTTP
import MockVendors
import Registry

/// One live run of an entry whose package lies in a registry on loopback.
struct LiveTrial {
    let entry: Integration
    var given: [String: String] = [:]
    var hasStandIn = false
    var required: Set<CheckGroup> = []

    init(_ entry: Integration) {
        self.entry = entry
    }

    private static let environment = ProcessInfo.processInfo.environment

    /// Whether there is a Python to install into.
    static var isPossible: Bool {
        (environment["PATH"] ?? "").split(separator: ":").contains { access("\($0)/python3", X_OK) == 0 }
    }

    func report() async throws -> Report {
        let folder = FileManager.default.temporaryDirectory.appending(path: "openwork-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let names: Set<String> = ["PATH", "HOME", "LANG", "TMPDIR"]
        let base = Self.environment.filter { names.contains($0.key) }
        let registry = PackageRegistry(wheels: [AcmeServer.package])
        return try await PackageRegistryServer.with(registry, logger: Logger(label: "test")) { server in
            var environment = base
            environment["PIP_INDEX_URL"] = server.pythonIndex
            environment["PIP_CONFIG_FILE"] = "/dev/null"
            environment["PIP_NO_CACHE_DIR"] = "1"
            var settings = LiveSettings(prefix: folder, base: base, stopBound: .seconds(20))
            settings.given = given
            settings.hasStandIn = hasStandIn
            settings.silence = .seconds(10)
            let clients = ProcessRunner(clock: ContinuousClock())
            let installer = Installer(runner: clients, environment: environment)
            return try await HTTPPool.with { pool in
                let stage = LiveStage(
                    settings: settings,
                    installer: installer,
                    runner: clients,
                    exchanger: pool,
                    clock: ContinuousClock(),
                    info: Implementation(name: "test", version: "1")
                )
                return await EntryRunner(plan: plan, stage: stage, clock: ContinuousClock()).run()
            }
        }
    }

    private var plan: EntryPlan {
        var plan = EntryPlan(entry.servers.map { EntrySubject(entry, $0) })
        plan.keep(matching: ["REG-INSTALL", "TOOLS-ENTRY-*", "AUTH-*", "HEALTH-*", "SEC-*"])
        plan.mode = "live"
        plan.required = required
        return plan
    }
}

extension Report {
    /// By check.
    var verdicts: [CheckID: Verdict] {
        Dictionary(results.map { ($0.check, $0.verdict) }) { first, _ in first }
    }
}
