import Health
package import MCP
import MCPConnection
import MockMCP
import MockMCPChannel
package import Probing
import Registry
import Simulation

/// Performs the servers of entries in this very process, each contact on a clock of its own whose time costs nothing.
package struct MemoryStage: EntryStage {
    private let seed: UInt64
    private let info: Implementation
    private let shelf = MockShelf()
    private let knownPages = KnownToolPages(limitInBytes: 4 << 20)

    /// - Parameters:
    ///   - seed: For what is random in faults.
    ///   - info: Who we say we are.
    package init(seed: UInt64 = 1, info: Implementation = Implementation(name: "openwork-conform", version: "1")) {
        self.seed = seed
        self.info = info
    }

    /// None.
    package var startedProcesses: Int { 0 }

    /// Ours.
    package var peakMemoryInKiB: Int? { nil }

    /// Two ends in one process.
    package var transport: Subject.Transport { .memory }

    /// The mock beside the conversation, on the real clock.
    package func host(_ play: EntryPlay) -> any ServerHost {
        let mock = mock(play)
        return MemoryHost { channel in
            guard let mock else { return }
            await mock.serve(over: channel, clock: ContinuousClock())
        }
    }

    /// A mock for this one contact; nil also for a fault that nobody knows.
    package func contact(
        _ play: EntryPlay,
        _ subject: ProbeSubject,
        _ bounds: ProbeBounds
    ) async -> EntryContact? {
        if case .troubled(let cause) = play.condition,
            let exit = (play.server.reactions[cause] ?? []).first(where: { $0.when == .start && $0.how == .exit })
        {
            return EntryContact(ContactReport(subject.classifier.outcome(of: exit.ending)))
        }
        guard let mock = mock(play) else { return nil }
        return await withVirtualTime { [info, knownPages] clock in
            let prober = Prober(
                clock: clock,
                origin: clock.now,
                wallSeconds: { 784_111_777 },
                info: info,
                knownPages: knownPages
            )
            let (ours, theirs) = MemoryChannel.pair(limits: bounds.channel)
            return await withTaskGroup { group in
                group.addTask { _ = await mock.serve(over: theirs, clock: clock) }
                defer { group.cancelAll() }
                let sight = ContactSight()
                let report = await prober.contact(over: ours, subject, bounds: bounds, tap: sight.tap)
                return report.map { sight.contact($0) }
            }
        }
    }

    private func mock(_ play: EntryPlay) -> MockServer? {
        let condition: MockCondition =
            switch play.condition {
            case .troubled(let cause): .troubled(cause)
            case .sound, .indiscreet, .faulty: .sound
            }
        let mock = shelf.mock(play, condition)
        // A fault that is misspelt is found out by the test that reads every one of them.
        return try? play.faults.reduce(mock) { try $0.failing($1) }.seeded(seed)
    }
}

extension Reaction {
    /// What a process shows that ends like this: in memory nothing ends, and nobody hears standard error.
    fileprivate var ending: ContactFacts {
        let lines = (text ?? "").split(whereSeparator: \.isNewline).map(String.init)
        return ContactFacts(.exited(.code(Int32(exitCode ?? 1))), step: .handshake, errorLines: lines)
    }
}
