import DaemonAPI
import Glibc
package import Logging
package import MCPConnection
package import Registry

/// Runs the demonstration: configures every integration with made-up values, and then lets one thing after the other go
/// wrong and be mended.
package struct Demo: Sendable {
    private let service: any DaemonService
    private let stage: DemoStage
    private let entries: [Integration]
    private let time: Timekeeper
    private let logger: Logger

    /// From one incident to the next.
    static let pause = Duration.seconds(20)

    /// - Parameters:
    ///   - service: what is demonstrated.
    ///   - stage: what the mocks play.
    ///   - entries: the integrations.
    ///   - time: paces it.
    ///   - logger: tells what happens.
    package init(
        _ service: any DaemonService,
        stage: DemoStage,
        entries: [Integration],
        time: Timekeeper,
        logger: Logger
    ) {
        self.service = service
        self.stage = stage
        self.entries = entries
        self.time = time
        self.logger = logger
    }

    /// Goes on until the task is cancelled.
    package func run() async {
        await configureAll()
        logger.info("the demonstration is set up: \(entries.count) integrations on their mocks")
        var incidents = DemoIncident.script[...]
        while await time.wait(Self.pause) {
            if incidents.isEmpty { incidents = DemoIncident.script[...] }
            if let incident = incidents.popFirst() { await play(incident) }
        }
    }

    /// Some at a time: each starts a process and speaks to it.
    private func configureAll() async {
        var rest = entries[...]
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                if let entry = rest.popFirst() { group.addTask { await configure(entry) } }
            }
            while await group.next() != nil {
                if let entry = rest.popFirst() { group.addTask { await configure(entry) } }
            }
        }
    }

    private func configure(_ entry: Integration) async {
        guard let server = entry.preferredServer else { return }
        let wanted = Set(entry.auth(of: server).alternatives.first ?? [])
        var values: [String: String?] = [:]
        for field in entry.configSchema(of: server)
        where field.isRequired || wanted.contains(field.name) { values[field.name] = .some(Self.value(of: field)) }
        do {
            _ = try await service.configure(entry.id, ConfigureRequest(environment: values))
        } catch {
            logger.warning("\(entry.id) could not be configured: \(words(error))")
        }
    }

    /// A sample; where its end is what counts, what makes it look like a credential stands before it.
    static func value(of field: ConfigField) -> String {
        let (sample, filling) = (field.sample, "sample-credential")
        guard field.pattern?.hasSuffix("$") == true, field.pattern?.hasPrefix("^") == false,
            sample.hasSuffix(filling), sample != filling
        else { return sample }
        return filling + sample.dropLast(filling.count)
    }

    private func play(_ incident: DemoIncident) async {
        logger.info("incident: \(incident.summary)")
        guard incident.condition != nil else { return await crash(incident.integration) }
        stage.set(incident.condition, of: incident.integration)
        await restart(incident.integration)
        guard await time.wait(Self.pause) else { return }
        stage.set(nil, of: incident.integration)
        await restart(incident.integration)
        // Recovery takes two good contacts.
        await test(incident.integration)
        logger.info("mended: \(incident.integration)")
    }

    /// Ends its process as a fault of its own would; the daemon starts another by itself.
    private func crash(_ id: String) async {
        do {
            guard let process = try await service.integration(id).processID else { return }
            kill(pid_t(process), SIGKILL)
        } catch {
            logger.warning("\(id) could not be ended: \(words(error))")
        }
    }

    private func restart(_ id: String) async {
        do {
            _ = try await service.restart(id)
        } catch {
            logger.warning("\(id) could not be restarted: \(words(error))")
        }
    }

    private func test(_ id: String) async {
        do {
            _ = try await service.test(id)
        } catch {
            logger.warning("\(id) could not be tested: \(words(error))")
        }
    }

    private func words(_ error: any Error) -> String {
        guard let problem = error as? Problem else { return "\(error)" }
        return ([problem.detail] + problem.faults.map { "\($0.field) \($0.message)" }).joined(separator: "; ")
    }
}
