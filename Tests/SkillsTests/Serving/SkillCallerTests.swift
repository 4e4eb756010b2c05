import JSON
import MCPHTTP
@testable import Skills
import Testing

@Suite("Calling a vendor over HTTP", .timeLimit(.minutes(2)))
struct SkillCallerTests {
    @Test(
        "sorts what comes back",
        arguments: [
            (
                "forbidden", SkillOutcome.scopeInsufficient,
                "Ways says that the credential does not allow this: not yours (status 403)"
            ),
            ("broken", .vendorError, "Ways has a fault of its own: <html>Bad gateway</html> (status 502)"),
            (
                "huge", .answerTooLarge,
                "the answer of Ways is longer than 65536 bytes: ask for less, or for a smaller page"
            ),
            (
                "endless", .answerTooLarge,
                "the answer of Ways is longer than 65536 bytes: ask for less, or for a smaller page"
            ),
            ("redirect", .toolError, "Ways declined (status 302)"),
            ("unknown", .toolError, "Ways declined: no such way (status 404)"),
        ]
    )
    func failures(way: String, outcome: SkillOutcome, message: String) async throws {
        try await Vendor.with { server, _ in
            let failure = await #expect(throws: SkillFailure.self) {
                try await server.call("ask", ["way": .string(way)])
            }
            #expect(failure?.outcome == outcome)
            #expect(failure?.message == message)
        }
    }

    @Test("says what is no answer of an API")
    func garbage() async throws {
        try await Vendor.with { server, _ in
            let failure = await #expect(throws: SkillFailure.self) { try await server.call("ask", ["way": "garbage"]) }
            #expect(failure?.outcome == .protocolError)
            #expect(failure?.message.contains("text/html") == true)
            #expect(failure?.message.contains("<html>Welcome") == true)
        }
    }

    @Test("tells a wrong credential from a missing one, and sends nothing without one")
    func credentials() async throws {
        try await Vendor.with(values: ["DEMO_TOKEN": "tok_bad"]) { server, _ in
            let failure = await #expect(throws: SkillFailure.self) { try await server.call("ask", ["way": "good"]) }
            #expect(failure?.outcome == .credentialInvalid)
        }
        try await Vendor.with(values: [:]) { server, requests in
            let failure = await #expect(throws: SkillFailure.self) { try await server.call("ask", ["way": "good"]) }
            #expect(failure?.outcome == .credentialMissing)
            #expect(requests.all == [])
        }
    }

    @Test("tries a throttled call again when the vendor allows it soon")
    func retrying() async throws {
        try await Vendor.with { server, requests in
            let result = try await server.call("ask", ["way": "once"])
            #expect(result.structured == ["ok": true])
            #expect(requests.all == ["once", "once"])
        }
    }

    @Test("gives up at once when the pause is longer than a call waits", arguments: [("seconds", 120), ("date", 600)])
    func longPauses(way: String, seconds: Int) async throws {
        try await Vendor.with { server, requests in
            let failure = await #expect(throws: SkillFailure.self) {
                try await server.call("ask", ["way": .string(way)])
            }
            #expect(failure?.outcome == .rateLimited)
            // A date is rounded, and measured against one that the vendor writes some seconds earlier or later.
            let pause = failure?.retryAfter ?? .zero
            #expect(pause < .seconds(seconds + 60) && pause > .seconds(seconds - 60))
            #expect(requests.all == [way])
            // The next call does not even ask.
            let next = await #expect(throws: SkillFailure.self) { try await server.call("ask", ["way": .string(way)]) }
            #expect(next?.outcome == .rateLimited)
            #expect(next?.retryAfter ?? .zero > .zero)
            #expect(requests.all == [way])
        }
    }

    @Test("does not try for ever")
    func attempts() async throws {
        try await Vendor.with { server, requests in
            let failure = await #expect(throws: SkillFailure.self) { try await server.call("ask", ["way": "always"]) }
            #expect(failure?.outcome == .rateLimited)
            #expect(requests.all == ["always", "always", "always"])
        }
    }

    @Test("ends a call whose answer never ends")
    func hanging() async throws {
        try await Vendor.with(file: JSONFile(seconds: 0.3)) { server, _ in
            let failure = await #expect(throws: SkillFailure.self) { try await server.call("ask", ["way": "hang"]) }
            #expect(failure == SkillFailure(.timeout, "Ways gave no complete answer within 0.3 s"))
        }
    }

    @Test("shows no credential that a vendor repeats")
    func echo() async throws {
        try await Vendor.with { server, _ in
            let result = try await server.call("ask", ["way": "echo"])
            #expect(result.structured == ["you sent": "[redacted]"])
        }
    }

    @Test(
        "names the step towards a connection that failed",
        arguments: [
            (HTTPFault.unreachable(.dns, "no address"), SkillOutcome.dns), (.unreachable(.refused, "x"), .refused),
            (.unreachable(.tls, "x"), .tls), (.unreachable(.other, "x"), .closed), (.ended, .closed),
        ]
    )
    func unreachable(fault: HTTPFault, outcome: SkillOutcome) async throws {
        let server = SkillServer(try DemoSkill.skill(), ScriptedExchanger(failing: fault))
        let failure = await #expect(throws: SkillFailure.self) { try await server.call("demo_list") }
        #expect(failure?.outcome == outcome)
    }
}
