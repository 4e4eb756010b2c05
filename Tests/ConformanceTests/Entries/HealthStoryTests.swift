import Health
import Redaction
import Registry
import Testing

@testable import Conformance

@Suite("Outcomes, told one after the other")
struct HealthStoryTests {
    private static func outcome(_ code: OutcomeCode, proof: Outcome.Proof = .credential) -> Outcome {
        let evidence = Evidence(step: .probe, basis: .structure, redactor: Redactor())
        return Outcome(code, evidence: evidence, latency: .zero, action: .none, at: .origin, proof: proof)
    }

    private static func story() throws -> HealthStory {
        let entry = try Specimen.entry()
        return HealthStory(EntrySubject(entry, try #require(entry.preferredServer)))
    }

    @Test("begin with a server that nobody has looked at")
    func untold() throws {
        #expect(try Self.story().state == .unknown)
    }

    @Test("come to a state that grows old when nobody looks any more")
    func old() throws {
        let story = try Self.story().after(Self.outcome(.ok))
        #expect(story.state == .connected)
        #expect(story.stateWhenOld == .unknown)
    }

    @Test("leave the story before them as it was")
    func value() throws {
        let story = try Self.story().after(Self.outcome(.ok))
        #expect(story.after(Self.outcome(.credentialInvalid)).state == .disconnected)
        #expect(story.state == .connected)
    }

    @Test("follow each other soon enough for the evidence before them to count")
    func soon() throws {
        var story = try Self.story().after(Self.outcome(.ok))
        for _ in 0..<50 { story = story.after(Self.outcome(.ok)) }
        #expect(story.state == .connected)
    }
}
