import Conformance
import Health
import JSON
import Probing
import Testing

@Suite("Under any fault")
struct FaultPropertyTests {
    /// Faults that say a secret aloud, and the word in which it stands.
    static let indiscreet = [
        "list-error=-32001,message=401 Unauthorized: SECRET", "call-error=-32603,message=bad key SECRET",
        #"auth-error-as-result={"error":{"code":401,"message":"token SECRET is revoked"}}"#,
        "garbage-line=connecting with SECRET", "stdout-banner=using SECRET",
        "unknown-revision=SECRET", "contradicting-text=SECRET", "bad-tool-name=SECRET", "wrong-jsonrpc=SECRET",
        "patch=/result/tools/0/name:SECRET", "patch=/result/content:SECRET", "patch=/result/nextCursor:SECRET",
    ]

    @Test("no secret stands in the evidence", .timeLimit(.minutes(1)), arguments: indiscreet)
    func secrets(fault: String) async throws {
        let trial = try FaultTrial()
        let secret = try #require(trial.secret)
        let contact = try #require(await trial.contact(.faulty([fault.replacing("SECRET", with: secret)])))
        let outcome = contact.report.outcome
        #expect(!(outcome.json.text() + outcome.action.text(for: "sample")).contains(secret))
    }

    @Test(
        "two at once end within the bounds of the contact, and are never green where one alone is not",
        .timeLimit(.minutes(1)),
        arguments: UInt64(1)...40
    )
    func pairs(seed: UInt64) async throws {
        var dice = Dice(seed: seed)
        let rows = FaultExpectation.all.filter { $0.transports.contains(.memory) }
        for _ in 0..<10 {
            let (one, two) = (rows[dice.below(rows.count)], rows[dice.below(rows.count)])
            let trial = try FaultTrial(seed: seed)
            let contact = try #require(await trial.contact(.faulty(one.faults + two.faults)))
            let outcome = contact.report.outcome
            #expect(outcome.at.since(outcome.startedAt) <= .seconds(85), "\(one.fault) and \(two.fault)")
            guard one.code.outcomeClass != .good, two.code.outcomeClass != .good else { continue }
            #expect(outcome.outcomeClass != .good, "\(one.fault) and \(two.fault)")
        }
    }

    @Test(
        "that only takes time within the limits, it stays connected",
        .timeLimit(.minutes(1)),
        arguments: UInt64(1)...50
    )
    func benign(seed: UInt64) async throws {
        var dice = Dice(seed: seed)
        let rows = (0..<6).map { _ in
            let delay = dice.below(8_000)
            let jitter = dice.below(9_900 - delay)
            return FaultExpectation("latency=\(delay)ms,jitter=\(jitter)ms,method=tools/call", to: .ok, within: .probe)
        }
        let sightings = try await FaultTrial(seed: seed).sightings(rows, on: MemoryStage(seed: seed))
        #expect(sightings.compactMap(\.trouble) == [])
        #expect(sightings.count == rows.count)
    }

    /// A sequence of numbers that a seed repeats.
    private struct Dice {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, limit)))
        }
    }
}
