import Health
import Supervision
import Testing

@Suite("A fleet over a day")
struct FleetDayTests {
    /// What happens to one server, and what people are told of it: nothing else.
    struct Incident: Sendable, CustomTestStringConvertible {
        var id: String
        var happens: [(second: Double, PretendedVendor.Mood?)]
        /// States in order with their causes, each with the seconds between which it is told.
        var expected: [(ClosedRange<Int>, HealthState, String)]
        var mode = ServerLifecycle.Mode.eager

        var testDescription: String { id }
    }

    /// Everything below is told within one interval of probing (200 s), and recovery takes ten seconds more.
    static let incidents: [Incident] = [
        Incident(id: "healthy", happens: [], expected: [(0...1, .connected, "ok")]),
        Incident(id: "on-demand", happens: [], expected: [(0...1, .connected, "ok")], mode: .onDemand),
        Incident(
            id: "killed",
            happens: [(3_600, nil)],
            expected: [
                (0...1, .connected, "ok"), (3_600...3_600, .degraded, "closed"), (3_609...3_615, .connected, "ok"),
            ]
        ),
        Incident(
            id: "revoked",
            happens: [(7_200, .refusing), (10_800, .fine)],
            expected: [
                (0...1, .connected, "ok"), (7_200...7_400, .disconnected, "credential_invalid"),
                (10_800...11_000, .degraded, "recovering"), (10_810...11_011, .connected, "ok"),
            ]
        ),
        Incident(
            id: "throttled",
            happens: [(14_400, .throttling), (16_200, .fine)],
            expected: [
                (0...1, .connected, "ok"), (14_400...14_600, .degraded, "rate_limited"),
                (16_200...16_411, .connected, "ok"),
            ]
        ),
        Incident(
            id: "vendor-down",
            happens: [(14_400, .failing), (16_200, .fine)],
            expected: [
                (0...1, .connected, "ok"), (14_400...14_600, .degraded, "vendor_error"),
                (16_200...16_411, .connected, "ok"),
            ]
        ),
        Incident(
            id: "crashing",
            happens: [(40_000, .dying), (40_000, nil), (41_200, .fine)],
            expected: [
                (0...1, .connected, "ok"), (40_000...40_001, .degraded, "closed"),
                (40_001...40_010, .disconnected, "closed"), (41_200...41_501, .degraded, "recovering"),
                (41_210...41_520, .connected, "ok"),
            ]
        ),
        Incident(
            id: "hanging",
            happens: [(50_000, .hanging), (50_000, nil), (50_600, .fine)],
            expected: [
                (0...1, .connected, "ok"), (50_000...50_001, .degraded, "closed"),
                (50_001...50_120, .disconnected, "timeout"), (50_600...50_901, .degraded, "recovering"),
                (50_610...50_920, .connected, "ok"),
            ]
        ),
    ]

    @Test("tells every change that was to be told, when it was, and no other", .timeLimit(.minutes(5)))
    func day() async throws {
        let told = try await VirtualFleet.with(Self.incidents.map(\.id)) { world in
            for incident in Self.incidents { world.fleet.assign(try .sample(incident.id, mode: incident.mode)) }
            let script = Self.incidents.flatMap { incident in
                incident.happens.map { (second: $0.second, id: incident.id, mood: $0.1) }
            }
            for step in script.sorted(by: { $0.second < $1.second }) {
                await world.wait(untilSecond: step.second)
                if let mood = step.mood { world.vendors[step.id]?.mood = mood } else { world.vendors[step.id]?.kill() }
            }
            await world.wait(untilSecond: 86_400)
            let states = world.fleet.statuses()
            #expect(states.allSatisfy { $0.health.state == .connected }, "\(states.map { ($0.id, $0.health.state) })")
            await world.wait(untilSecond: 86_410)
            return Dictionary(uniqueKeysWithValues: world.vendors.keys.map { ($0, world.story(of: $0)) })
        }
        for incident in Self.incidents {
            let story = told[incident.id] ?? []
            let fits =
                story.count == incident.expected.count
                && zip(story, incident.expected).allSatisfy { chapter, wanted in
                    wanted.0.contains(chapter.second) && chapter.state == wanted.1 && chapter.code == wanted.2
                }
            #expect(fits, "\(incident.id): \(story)")
        }
    }
}
