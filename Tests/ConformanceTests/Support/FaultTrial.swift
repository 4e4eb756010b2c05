import Conformance
import Health
import MCPConnection
import Probing
import Registry
import TestSupport

/// Plays rows of the fault matrix on one server of an entry.
struct FaultTrial {
    let subject: EntrySubject

    /// An entry of which everything is known that a fault can show at: settings, tools and a probe.
    static let sample: Integration = {
        var entry = Integration(id: "sample", name: "Sample", servers: [IntegrationServer(.npm, package: "sample")])
        entry.configSchema = [ConfigField("API_KEY", required: true, secret: true)]
        entry.auth = AuthScheme(.apiKey, alternatives: [["API_KEY"]])
        entry.tools = ["get_me", "list_things", "make_thing"].map { ToolFacts($0, required: [], readOnly: true) }
        entry.probe = Probe("get_me", expect: [BodyTest(contains: "login")])
        return entry
    }()

    init(_ entry: Integration = Self.sample, seed: UInt64 = 1) throws {
        guard let server = entry.preferredServer else { throw NoServer() }
        self.init(subject: EntrySubject(entry, server, seed: seed))
    }

    init(subject: EntrySubject) {
        self.subject = subject
    }

    struct NoServer: Error {}

    /// The value that must appear nowhere.
    var secret: String? { subject.configuration["API_KEY"] }

    var name: Subject {
        Subject(name: subject.integration.id, server: subject.server.id, kind: .mock, transport: .memory)
    }

    /// One contact in memory, with the daemon's own bounds.
    func contact(_ condition: EntryPlay.Condition) async -> EntryContact? {
        let play = EntryPlay(subject.integration, subject.server, condition, configuration: subject.configuration)
        let probed = ProbeSubject(
            subject.integration,
            server: subject.server,
            configuration: subject.configuration,
            isLoggedIn: true
        )
        var bounds = ProbeBounds()
        if case .faulty(let faults) = condition, faults[0].hasPrefix("huge-line") {
            bounds.channel.messageBytes = 32 << 10
        }
        return await MemoryStage().contact(play, probed, bounds)
    }

    /// What was seen, in memory unless another stage is given.
    func sightings(
        _ rows: [FaultExpectation],
        on stage: any ContactStage = MemoryStage()
    ) async -> [FaultSighting] {
        await FaultPlayer(stages: [stage], rows: rows, silence: .milliseconds(300)).sightings(of: subject) {
            Subject(name: subject.integration.id, server: subject.server.id, kind: .mock, transport: $0)
        }
    }
}

extension FaultSighting {
    /// What is otherwise than declared, in a line; nil when nothing is.
    var trouble: String? {
        if case .incomplete(let note) = result { return "\(row.faults): \(note)" }
        guard !deviations.isEmpty else { return nil }
        return "\(row.faults) over \(subject.transport): "
            + deviations.map { "\($0.expected), was \($0.actual)" }.joined(separator: "; ")
    }
}
