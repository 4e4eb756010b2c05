import Accuracy
import Health
import Redaction
import Testing

@Suite("A scripted incident")
struct IncidentTests {
    private static func outcome(_ code: OutcomeCode, proof: Outcome.Proof = .nothing) -> Outcome {
        Outcome(
            code,
            evidence: Evidence(step: .probe, basis: .structure, redactor: .shapesOnly),
            latency: .milliseconds(100),
            action: .none,
            at: Moment(.seconds(1)),
            proof: proof
        )
    }

    private func story(_ code: OutcomeCode, seed: UInt64) -> (Incident.Story, HealthPolicy) {
        let policy = HealthPolicy()
        var dice = Dice(seed: seed)
        var machine = HealthMachine(policy, needsCredential: true)
        _ = machine.configured(at: .origin)
        let incident = Incident(policy, &dice)
        let sound = Self.outcome(.ok, proof: .credential)
        return (incident.story(of: machine, sound: sound, faulty: Self.outcome(code), &dice), policy)
    }

    @Test("is noticed by the next look, and over after two good ones", arguments: UInt64(1)...50)
    func refusal(seed: UInt64) {
        let (story, policy) = story(.credentialInvalid, seed: seed)
        #expect(story.before == .connected)
        #expect(story.during == .disconnected)
        #expect(story.after == .connected)
        #expect(story.noticed.map { $0 <= policy.interval } == true)
        #expect(story.settled == story.noticed)
        #expect(story.recovered.map { $0 <= policy.interval * 2 } == true)
    }

    @Test("that nothing is wrong in changes nothing", arguments: UInt64(1)...20)
    func harmless(seed: UInt64) {
        let (story, _) = story(.networkDown, seed: seed)
        #expect(story.before == .connected)
        #expect(story.after == .connected)
    }

    @Test("in which a server is lost is degraded first, and disconnected later", arguments: UInt64(1)...20)
    func lost(seed: UInt64) throws {
        let (story, _) = story(.refused, seed: seed)
        #expect(story.during == .disconnected)
        #expect(try #require(story.settled) > (try #require(story.noticed)))
    }
}
