import Health
import JSON
import Registry
import Testing

@testable import DaemonAPI

@Suite("What the daemon answers, the command line reads back")
struct RoundTripTests {
    private static let now = Timestamp(milliseconds: 1_785_232_800_250)

    private static let status: IntegrationStatus = {
        var health = HealthReport(
            state: .degraded,
            since: now,
            reason: ReasonReport(code: "rate_limited", message: "slow down", action: "wait", seenAt: now),
            layers: LayersReport(configured: .init(true, "all is set", at: now))
        )
        health.p50Ms = 12
        health.lastContact = now
        return IntegrationStatus(id: "github", name: "GitHub", tier: "P0", isEnabled: true, health: health)
    }()

    @Test func `A status`() throws {
        let report = StatusReport(
            at: Self.now,
            integrations: [Self.status],
            roles: [RoleReadiness(id: "sales", missing: ["hubspot"])]
        )
        #expect(report.json["summary"]?["degraded"] == 1)
        #expect(try StatusReport(json: report.json) == report)
    }

    @Test func `An integration`() throws {
        var report = IntegrationReport(status: Self.status)
        report.fields = [FieldReport(ConfigField("TOKEN", required: true, secret: true), isSet: true)]
        report.servers = [ServerOffer(IntegrationServer(.npm, package: "a", version: "1"), isChosen: true)]
        report.install = InstallReport(server: "npm", version: "1", at: Self.now, previous: "0")
        report.tools = ["get_me"]
        report.revision = 3
        #expect(try IntegrationReport(json: report.json) == report)
    }

    @Test func `A verdict, a history, a role, an event`() throws {
        let verdict = Verdict(.rolledBack, Self.status, steps: ["stopped"], durationMs: 8)
        #expect(try Verdict(json: verdict.json) == verdict)
        let history = HealthHistory(
            now: Self.status,
            changes: [.init(at: Self.now, from: .unknown, to: .degraded, code: "slow", message: "it is slow")],
            contacts: [.init(start: Self.now, seconds: 60, counts: ["good": 2], meanMs: 4)]
        )
        #expect(try HealthHistory(json: history.json) == history)
        let role = RoleReport(
            id: "sales",
            name: "Sales",
            members: [.init("hubspot", isRequired: false, state: "unknown")],
            missing: []
        )
        #expect(try RoleReport(json: role.json) == role)
        var event = EventMessage(.state, integration: "github", details: ["to": "degraded"], at: Self.now)
        event.id = 7
        #expect(try EventMessage(json: event.json) == event)
    }

    @Test func `An answer of another version names the place that is missing`() {
        let error = #expect(throws: AnswerError.self) { try StatusReport(json: ["at": "now"]) }
        #expect(error?.place == "/at")
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_785_232_800_250, "2026-07-28T10:00:00.250Z"),
            (951_782_400_007, "2000-02-29T00:00:00.007Z"),
        ] as [(Int64, String)]
    )
    func `Moments are written to the millisecond, and read back`(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).text == text)
        #expect(Timestamp(text)?.milliseconds == milliseconds)
    }
}
