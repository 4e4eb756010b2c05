import Conformance
import Health
import MCP
import MCPHTTP
import Probing
import Testing
import TestSupport

/// One seed after the other, each with many processes of its own.
@Suite("The fault matrix over real transports", .serialized)
struct FaultMatrixProcessTests {
    @Test("holds for real processes, of which nothing is left", .timeLimit(.minutes(1)), arguments: UInt64(1)...3)
    func stdio(seed: UInt64) async throws {
        let entry = try #require(try EntryTrial.entry("github"))
        let stage = ProcessStage(
            mock: try #require(BuiltProduct.path(of: "openwork-mock")),
            seed: seed,
            base: ["PATH": "/usr/bin:/bin"],
            stopBound: .seconds(1),
            clock: ContinuousClock(),
            info: Implementation(name: "test", version: "1")
        )
        let sightings = try await FaultTrial(entry, seed: seed).sightings(FaultExpectation.all, on: stage)
        #expect(sightings.compactMap(\.trouble) == [])
        #expect(sightings.filter { $0.seen == nil && $0.row.need == nil }.map(\.row.fault) == [])
        #expect(sightings.count == FaultExpectation.all.count { $0.transports.contains(.stdio) })
    }

    @Test("holds for real processes behind HTTP", .timeLimit(.minutes(1)), arguments: UInt64(1)...3)
    func http(seed: UInt64) async throws {
        let entry = try #require(try EntryTrial.entry("github"))
        let mock = try #require(BuiltProduct.path(of: "openwork-mock"))
        let sightings = try await HTTPPool.with { pool in
            let stage = HTTPProcessStage(
                mock: mock,
                seed: seed,
                base: ["PATH": "/usr/bin:/bin"],
                exchanger: pool,
                clock: ContinuousClock(),
                info: Implementation(name: "test", version: "1")
            )
            return try await FaultTrial(entry, seed: seed).sightings(FaultExpectation.all, on: stage)
        }
        #expect(sightings.compactMap(\.trouble) == [])
        #expect(sightings.filter { $0.seen == nil && $0.row.need == nil }.map(\.row.fault) == [])
        #expect(sightings.count == FaultExpectation.all.count { $0.transports.contains(.http) })
    }

    @Test(
        "over HTTP knows how long a throttled server wants to be left alone",
        .timeLimit(.minutes(1)),
        arguments: [
            ("http-429=30", Duration.seconds(30)...(.seconds(30))),
            ("http-429=30,as=date", .seconds(29)...(.seconds(31))),
        ]
    )
    func pause(fault: String, expected: ClosedRange<Duration>) async throws {
        let trial = try FaultTrial()
        let subject = trial.subject
        let play = EntryPlay(
            subject.integration,
            subject.server,
            .faulty([fault]),
            configuration: subject.configuration
        )
        let probed = ProbeSubject(
            subject.integration,
            server: subject.server,
            configuration: subject.configuration,
            isLoggedIn: true
        )
        let contact = try await HTTPPool.with { pool in
            let info = Implementation(name: "test", version: "1")
            let stage = HTTPStage(seed: 1, exchanger: pool, clock: ContinuousClock(), info: info)
            return await stage.contact(play, probed, ProbeBounds())
        }
        // A date is one of whole seconds, and so is the one that it is held against.
        #expect(expected.contains(try #require(contact?.report.outcome.retryAfter)))
    }
}
