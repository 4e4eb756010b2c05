import Conformance
import Health
import MCP
import MCPConnection
import MockMCP
import MockMCPChannel
import Probing
import Registry
import Testing
import TestSupport

/// Plays the servers of entries in this very process.
struct MemoryStage: EntryStage {
    var startedProcesses: Int { 0 }
    var peakMemoryInKiB: Int? { nil }
    var transport: Subject.Transport { .memory }

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
        return JudgedHost(serving: mock)
    }

    func contact(_ play: EntryPlay, _ subject: ProbeSubject, _ bounds: ProbeBounds) async -> EntryContact? {
        if case .troubled(let cause) = play.condition,
            let exit = (play.server.reactions[cause] ?? []).first(where: { $0.when == .start && $0.how == .exit })
        {
            return EntryContact(ContactReport(subject.classifier.outcome(of: exit.ending)))
        }
        let mock = mock(play)
        let judge = WireJudge(excusing: WireExcuse.of(mock.writtenFaults))
        defer { judge.report() }
        let (ours, theirs) = judge.pair()
        return await withTaskGroup { group in
            group.addTask { _ = await mock.serve(over: theirs, clock: ContinuousClock()) }
            defer { group.cancelAll() }
            return await prober.contact(over: ours, subject, bounds: bounds).map { EntryContact($0) }
        }
    }

    private func mock(_ play: EntryPlay) -> MockServer {
        let condition: MockCondition =
            switch play.condition {
            case .troubled(let cause): .troubled(cause)
            case .sound, .indiscreet: .sound
            }
        let mock = MockServer(
            play.integration,
            server: play.server,
            condition: condition,
            environment: play.configuration
        )
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
