import Fixtures
import JSON
import Redaction
import Testing
import TestSupport

@Suite("Writing a conversation down")
struct TranscriberTests {
    private static func bytes(_ value: JSONValue) -> [UInt8] { value.utf8() }

    private static func transcript(_ answer: JSONValue?, exit: Int32? = nil) -> Transcriber {
        var transcriber = Transcriber(Scrubber())
        transcriber.client(bytes(SampleFixture.request(1, "initialize")), at: .zero)
        transcriber.server(bytes(SampleFixture.result(1, ["protocolVersion": "2025-06-18"])), at: .milliseconds(5))
        transcriber.client(bytes(SampleFixture.call(2, "whoami")), at: .milliseconds(6))
        if let answer { transcriber.server(bytes(answer), at: .milliseconds(9)) }
        if let exit { transcriber.exit(code: exit, signal: nil, ending: "byItself", at: .milliseconds(10)) }
        return transcriber
    }

    @Test(
        "a refusal is not written as a success",
        arguments: [
            SampleFixture.result(2, SampleFixture.text("401 Unauthorized")),
            SampleFixture.result(2, SampleFixture.text("{\"error\": \"Invalid API key\"}")),
            SampleFixture.result(2, SampleFixture.text("no such project", isError: true)),
            ["jsonrpc": "2.0", "id": 2, "error": ["code": -32603, "message": "boom"]],
            nil,
        ] as [JSONValue?]
    )
    func refusals(_ answer: JSONValue?) throws {
        let error = #expect(throws: RecordingRefusal.self) {
            try Self.transcript(answer).finished(SampleFixture.header(.probeOK), tool: "whoami")
        }
        guard case .notGood = error else {
            Issue.record("refused for another reason: \(String(describing: error))")
            return
        }
    }

    @Test("a success is written as one, even when its data mentions numbers like 14015")
    func success() throws {
        let answer = SampleFixture.result(2, SampleFixture.text("you are number 14015"))
        let text = try Self.transcript(answer).finished(SampleFixture.header(.probeOK), tool: "whoami")
        #expect(try Fixture(parsing: text).entries.count == 4)
    }

    @Test("a success is not written as a refusal, unless that is wanted")
    func noRefusal() throws {
        let transcript = Self.transcript(SampleFixture.result(2, SampleFixture.text("you are Ann")))
        let header = SampleFixture.header(.credentialWrong)
        #expect(throws: RecordingRefusal.self) { try transcript.finished(header, tool: "whoami") }
        var judge = AnswerJudge.plain
        judge.acceptsUnclear = true
        #expect(throws: Never.self) { try transcript.finished(header, judge: judge, tool: "whoami") }
    }

    @Test("a server that ends before any session has refused, if that is what was expected")
    func earlyExit() throws {
        var transcriber = Transcriber(Scrubber())
        transcriber.client(Self.bytes(SampleFixture.request(1, "initialize")), at: .zero)
        transcriber.standardError("API_KEY is not set", at: .zero)
        transcriber.exit(code: 1, signal: nil, ending: "byItself", at: .zero)
        #expect(throws: Never.self) { try transcriber.finished(SampleFixture.header(.credentialMissing)) }
        #expect(throws: RecordingRefusal.self) { try transcriber.finished(SampleFixture.header(.tools)) }
    }

    @Test(
        "an end for another reason is no refusal",
        arguments: [
            ["ModuleNotFoundError: No module named 'mcp.server.fastmcp'"], ["Segmentation fault"], [],
            ["ImportError: cannot import name 'token' from 'x'"], ["Cannot find module '@x/credentials'"],
        ]
    )
    func otherEnd(lines: [String]) {
        var transcriber = Transcriber(Scrubber())
        transcriber.client(Self.bytes(SampleFixture.request(1, "initialize")), at: .zero)
        for line in lines { transcriber.standardError(line, at: .zero) }
        transcriber.exit(code: 1, signal: nil, ending: "byItself", at: .zero)
        let error = #expect(throws: RecordingRefusal.self) {
            try transcriber.finished(SampleFixture.header(.credentialMissing))
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains("exit code 1"))
    }

    @Test("a server out of reach has refused nothing")
    func outOfReach() {
        var transcriber = Transcriber(Scrubber())
        transcriber.client(Self.bytes(SampleFixture.request(1, "initialize")), at: .zero)
        #expect(throws: RecordingRefusal.self) { try transcriber.finished(SampleFixture.header(.credentialMissing)) }
    }

    @Test("a credential that shows its kind late is taken out of what came before, in any dress")
    func learnedLate() throws {
        let token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789"
        var transcriber = Transcriber(Scrubber())
        transcriber.standardError("using " + SecretDress.base64.text(of: "x:" + token), at: .zero)
        transcriber.standardError("using " + token, at: .zero)
        let text = try transcriber.finished(SampleFixture.header())
        #expect(!SecretDress.gives(away: token, in: text))
        #expect(try Fixture(parsing: text).header.redactions["<redacted:github-token-1>"] == 2)
    }

    @Test("a secret in the command of the header goes, too")
    func command() throws {
        let secret = try #require(DeclaredSecret(name: "KEY", value: "abcdef123"))
        var header = SampleFixture.header()
        header.server.command = ["server", "--key=abcdef123"]
        let text = try Transcriber(Scrubber([secret])).finished(header)
        #expect(try Fixture(parsing: text).header.server.command == ["server", "--key=<redacted:KEY>"])
    }

    @Test("what is no JSON is kept as text")
    func garbage() throws {
        var transcriber = Transcriber(Scrubber())
        transcriber.server(Array("Logging in…".utf8), at: .zero)
        let fixture = try Fixture(parsing: try transcriber.finished(SampleFixture.header()))
        #expect(fixture.entries.map(\.message) == ["Logging in…"])
    }
}
