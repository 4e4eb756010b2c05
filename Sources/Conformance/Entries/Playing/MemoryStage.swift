import Health
package import MCP
import MCPConnection
import MockMCP
import MockMCPChannel
package import Probing
import Registry

/// Performs the servers of entries in this very process, without a socket or a pipe: the quickest way.
package struct MemoryStage<C: Clock<Duration>>: EntryStage {
    private let seed: UInt64
    private let clock: C
    private let prober: Prober<C>

    /// - Parameters:
    ///   - seed: For what is random in faults.
    ///   - clock: Counts bounds and latencies.
    ///   - info: Who we say we are.
    package init(seed: UInt64 = 1, clock: C, info: Implementation) {
        self.seed = seed
        self.clock = clock
        // No mock in memory says a date.
        prober = Prober(clock: clock, origin: clock.now, wallSeconds: { 0 }, info: info)
    }

    /// Over a channel.
    package var transport: Subject.Transport { .memory }

    /// None.
    package var startedProcesses: Int { 0 }

    /// None of their own.
    package var peakMemoryInKiB: Int? { nil }

    /// A channel of its own for each conversation.
    package func host(_ play: EntryPlay) -> any ServerHost {
        let (mock, clock) = (mock(play), clock)
        return MemoryHost { channel in await mock.serve(over: channel, clock: clock) }
    }

    /// A channel for this one contact; a server that ends at its start is told of as its process would show it.
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
        let mock = mock(play)
        let (ours, theirs) = MemoryChannel.pair()
        return await withTaskGroup { group in
            group.addTask { _ = await mock.serve(over: theirs, clock: clock) }
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
        .seeded(seed)
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
