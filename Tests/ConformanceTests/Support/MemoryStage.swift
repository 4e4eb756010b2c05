import Conformance
import Health
import MCP
import MCPConnection
import MockMCP
import MockMCPChannel
import Probing
import Registry
import Synchronization

/// Plays the servers of entries in this very process.
struct MemoryStage: EntryStage {
    var startedProcesses: Int { 0 }
    var peakMemoryInKiB: Int? { nil }
    var transport: Subject.Transport { .memory }

    /// Faults of every sound mock, as they are written for it.
    var faults: [String] = []
    /// What is changed of each contact that was made.
    var change: @Sendable (inout EntryContact, EntryPlay) -> Void = { _, _ in }

    private let prober: Prober<ContinuousClock>

    init() {
        let clock = ContinuousClock()
        prober = Prober(
            clock: clock,
            origin: clock.now,
            wallSeconds: { 784_111_777 },
            info: Implementation(name: "test", version: "1")
        )
    }

    func host(_ play: EntryPlay) -> any ServerHost {
        let mock = mock(play)
        return MemoryHost { channel in await mock.serve(over: channel, clock: ContinuousClock()) }
    }

    func contact(_ play: EntryPlay, _ subject: ProbeSubject, _ bounds: ProbeBounds) async -> EntryContact? {
        guard var contact = await made(play, subject, bounds) else { return nil }
        change(&contact, play)
        return contact
    }

    private func made(_ play: EntryPlay, _ subject: ProbeSubject, _ bounds: ProbeBounds) async -> EntryContact? {
        if case .troubled(let cause) = play.condition,
            let exit = (play.server.reactions[cause] ?? []).first(where: { $0.when == .start && $0.how == .exit })
        {
            return EntryContact(ContactReport(subject.classifier.outcome(of: exit.ending)))
        }
        let mock = mock(play)
        let (ours, theirs) = MemoryChannel.pair()
        return await withTaskGroup { group in
            group.addTask { _ = await mock.serve(over: theirs, clock: ContinuousClock()) }
            defer { group.cancelAll() }
            let records = Mutex<[WireRecord]>([])
            let tap = WireTap { record in records.withLock { $0.append(record) } }
            let report = await prober.contact(over: ours, subject, bounds: bounds, tap: tap)
            return report.map { EntryContact($0, records: records.withLock { $0 }) }
        }
    }

    private func mock(_ play: EntryPlay) -> MockServer {
        let condition: MockCondition =
            switch play.condition {
            case .troubled(let cause): .troubled(cause)
            case .sound, .indiscreet: .sound
            }
        let sound = MockServer(
            play.integration,
            server: play.server,
            condition: condition,
            environment: play.configuration
        )
        // A fault that cannot be read breaks nothing, and the twin that it was written for stands out.
        let mock = (condition == .sound ? faults : []).reduce(sound) { mock, fault in (try? mock.failing(fault)) ?? mock
        }
        guard case .indiscreet(let secret) = play.condition else { return mock }
        return (try? mock.failing("list-error=-32001,message=401 invalid token \(secret)")) ?? mock
    }
}

extension Reaction {
    /// What a process shows that ends like this: in memory nothing ends, and nobody hears standard error.
    fileprivate var ending: ContactFacts {
        let lines = (text ?? "").split(whereSeparator: \.isNewline).map(String.init)
        return ContactFacts(.exited(.code(Int32(exitCode ?? 1))), step: .handshake, errorLines: lines)
    }
}
