import Conformance
import Foundation
import Glibc
import Install
import Logging
import MCP
import MCPHTTP
import MockVendors
import Registry
import Reporting
import TestSupport
import Testing

@Suite("Servers that are tried themselves", .serialized, .enabled(if: LiveTrial.isPossible), .timeLimit(.minutes(5)))
struct LiveStageTests {
    @Test("are installed and judged; what a credential is lacking for is incomplete and names it")
    func withoutCredential() async throws {
        let report = try await LiveTrial(try AcmeServer.entry()).report()
        let verdicts = report.verdicts
        #expect(verdicts["REG-INSTALL"] == .passed)
        #expect(verdicts["TOOLS-ENTRY-NAMES"] == .passed)
        #expect(verdicts["TOOLS-ENTRY-PROBE"] == .passed)
        #expect(verdicts["AUTH-MISSING"] == .passed)
        #expect(verdicts["SEC-ENVIRONMENT"] == .passed)
        let lacking = "ACME_TOKEN is not given: set it in the environment or with --env-file FILE"
        #expect(verdicts["AUTH-SOUND"] == .incomplete(lacking))
        #expect(verdicts["HEALTH-CONNECTED"] == .incomplete(lacking))
        #expect(verdicts["AUTH-THROTTLED"]?.note?.contains("--stand-in") == true)
        #expect(Set(report.results.map(\.subject.kind)) == [.live])
        #expect(report.mode == "live")
        #expect(report.exitCode == .incomplete, "\(verdicts.filter { $0.value.name == .failed }) \(report.faults)")
    }

    @Test("fail where what could not be tried is required")
    func required() async throws {
        var trial = LiveTrial(try AcmeServer.entry())
        trial.required = [.auth]
        let report = try await trial.report()
        #expect(report.verdicts["AUTH-SOUND"]?.finding?.actual.contains("ACME_TOKEN is not given") == true)
        #expect(report.verdicts["HEALTH-CONNECTED"]?.name == .incomplete)
        #expect(report.exitCode == .failed)
    }

    @Test("get the variables that they declare and no others, and no report shows a secret")
    func given() async throws {
        var trial = LiveTrial(try AcmeServer.entry())
        trial.given = ["ACME_TOKEN": "right-credential-0001", "ACME_COLOR": "green", "OTHER_TOKEN": "stranger-0001"]
        let report = try await trial.report()
        #expect(report.verdicts["SEC-ENVIRONMENT"] == .passed)
        #expect(report.verdicts["SEC-EVIDENCE"] == .passed)
        #expect(!report.rendered(.json, style: .plain).contains("right-credential-0001"))
    }

    @Test("are told from a stand-in of their vendor in every mood, also when they retry for ever")
    func standIn() async throws {
        var trial = LiveTrial(try AcmeServer.entry())
        trial.hasStandIn = true
        let report = try await trial.report()
        let others = report.verdicts.filter { ![.passed, .notApplicable].contains($0.value.name) }
        #expect(others.isEmpty, "\(others)")
        let tried: [CheckID] = [
            "AUTH-SOUND", "AUTH-MISSING", "AUTH-INVALID", "AUTH-EXPIRED", "AUTH-SCOPE", "AUTH-THROTTLED",
            "AUTH-VENDOR-ERROR", "HEALTH-CONNECTED", "HEALTH-REFUSED", "HEALTH-TROUBLED", "HEALTH-RECOVERS",
        ]
        for check in tried { #expect(report.verdicts[check] == .passed, "\(check)") }
        #expect(Set(report.results.map(\.subject.kind)) == [.standIn])
    }

    @Test("that cannot be installed say so once, and everything else points there")
    func uninstallable() async throws {
        let entry = try AcmeServer.entry { $0.servers[0].version = "9.9.9" }
        let report = try await LiveTrial(entry).report()
        #expect(report.verdicts["REG-INSTALL"]?.finding?.actual.contains("the registry has no acme-mcp@9.9.9") == true)
        #expect(report.verdicts["AUTH-MISSING"] == .incomplete("it could not be installed: see REG-INSTALL"))
        #expect(report.verdicts["TOOLS-ENTRY-NAMES"]?.name == .incomplete)
    }

    @Test("are found out when they list other tools than their entry")
    func drifted() async throws {
        let entry = try AcmeServer.entry { $0.tools = [ToolFacts("who_am_i")] }
        let report = try await LiveTrial(entry).report()
        #expect(report.verdicts["TOOLS-ENTRY-NAMES"]?.name == .failed)
    }
}
