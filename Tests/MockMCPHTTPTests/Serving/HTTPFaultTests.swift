import HTTPTypes
import JSON
import MCP
import MCPConnection
import MCPHTTP
import MockMCP
import MockMCPHTTP
import Testing

@Suite("A fault over HTTP", .timeLimit(.minutes(1)))
struct HTTPFaultTests {
    private func post(_ faults: String..., method: String = "tools/list", within bound: Duration = .seconds(20))
        async throws -> HTTPTalk.Answer
    {
        var mock = MockServer.sample
        for fault in faults { mock = try mock.failing(fault) }
        return try await mock.withHTTP { url in
            try await HTTPTalk.post(
                url,
                method,
                method == "tools/call" ? ["name": "echo", "arguments": ["text": "x"]] : [:],
                within: bound
            )
        }
    }

    @Test(
        "answers with a status",
        arguments: [
            ("http-401", 401, "WWW-Authenticate", #"error="invalid_token""#),
            ("http-403=read", 403, "WWW-Authenticate", #"scope="read""#), ("http-429=7", 429, "Retry-After", "7"),
            ("http-429@as=date", 429, "Retry-After", " GMT"), ("http-5xx", 503, "Content-Type", "text/html"),
            ("http-5xx=504", 504, "Content-Type", "text/html"),
            ("http-redirect=https://elsewhere.invalid/", 307, "Location", "https://elsewhere.invalid/"),
        ]
    )
    func status(fault: String, status: Int, name: String, value: String) async throws {
        let answer = try await post(fault)
        #expect(answer.status == status)
        let field = try #require(HTTPField.Name(name))
        #expect(answer.fields[field]?.contains(value) == true, "\(answer.fields)")
        #expect(answer.isWhole)
    }

    @Test("names the description of the resource on its own host")
    func metadata() async throws {
        let challenge = try await post("http-401").fields[.wwwAuthenticate]
        #expect(challenge?.contains(#"resource_metadata="http://127.0.0.1:"#) == true)
    }

    @Test("strikes only the method it is about, and only so often")
    func scoped() async throws {
        try await MockServer.sample.failing("http-429@method=tools/call,times=1").withHTTP { url async throws in
            #expect(try await HTTPTalk.post(url).status == 200)
            let call: JSONObject = ["name": "echo", "arguments": ["text": "x"]]
            #expect(try await HTTPTalk.post(url, "tools/call", call).status == 429)
            #expect(try await HTTPTalk.post(url, "tools/call", call).status == 200)
        }
    }

    @Test(
        "spoils what it says",
        arguments: [
            ("garbage-line", "data: DEBUG connected to database\n\ndata: {"),
            ("duplicate-response", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\""), ("wrong-id", "\"id\":"),
            ("nul", "a\0b"),
            ("deep-nesting", "[[[[[["), ("batch", "[{\"jsonrpc\""), ("list-churn", "\"tools\""),
            ("endless-pages", "\"nextCursor\":\"endless-1\""), ("drip", "\"tools\""), ("latency=10ms", "\"tools\""),
            ("slow-start=50ms", "\"tools\""), ("reordered-responses", "\"tools\""), ("invalid-utf8", "note"),
            ("huge-line=1MB", "xxxxxxxx"),
        ]
    )
    func spoilt(fault: String, part: String) async throws {
        let answer = try await post(fault)
        #expect(answer.status == 200)
        #expect(answer.body.contains(part), "\(answer.body.prefix(200))")
        #expect(answer.isWhole)
    }

    @Test("sends a message twice as two events")
    func twice() async throws {
        let answer = try await post("duplicate-response")
        #expect(answer.fields[.contentType] == "text/event-stream")
        #expect(answer.body.split(separator: "data: ").count == 2)
    }

    @Test(
        "breaks the connection off before an answer",
        arguments: ["close", "reset", "truncate@byte=0", "crash@byte=0"]
    )
    func cut(fault: String) async throws {
        let answer = try await post(fault)
        #expect(answer.status == 0)
        #expect(answer.fault != nil)
    }

    @Test("breaks the connection off in the middle of an answer", arguments: ["truncate@byte=40", "crash@byte=40"])
    func cutInTheMiddle(fault: String) async throws {
        let answer = try await post(fault)
        #expect(answer.status == 200)
        #expect(answer.body.count == 40)
        #expect(!answer.isWhole)
        #expect(answer.fault != nil)
    }

    @Test("says nothing, and keeps the connection open", arguments: ["stall", "half-open=0", "stall=tools/list"])
    func silent(fault: String) async throws {
        let answer = try await post(fault, within: .milliseconds(300))
        #expect(answer.status == 0)
        #expect(answer.fault == nil)
    }

    @Test("says so much and no more")
    func halfOpen() async throws {
        try await MockServer.sample.failing("half-open=1").withHTTP { url async throws in
            let first = try await HTTPTalk.post(url)
            #expect(first.isWhole && first.status == 200)
            #expect(try await HTTPTalk.post(url, within: .milliseconds(300)).status == 0)
        }
    }

    @Test("answers, and never ends the stream")
    func endlessStream() async throws {
        let answer = try await post("http-endless-stream", within: .milliseconds(1_500))
        #expect(answer.fields[.contentType] == "text/event-stream")
        #expect(answer.body.contains("\"tools\""))
        #expect(!answer.isWhole)
        let silent = try await post("http-endless-stream=no", within: .milliseconds(1_500))
        #expect(silent.status == 200)
        #expect(silent.body == "")
    }

    @Test("calls its answers something else")
    func contentType() async throws {
        let answer = try await post("http-content-type")
        #expect(answer.fields[.contentType] == "text/html")
        #expect(answer.body.contains("\"tools\""))
        #expect(try await post("http-content-type=none").fields[.contentType] == nil)
    }

    @Test("forgets a session, and lets another be opened")
    func lostSession() async throws {
        try await MockServer.sample.failing("http-404-session@method=tools/list,times=1").withHTTP { url in
            let run = try await HTTPTalk.client(url, .latestLegacy) { client in
                try await client.listTools().count
            }
            #expect(try run.run.value == 6)
        }
    }

    @Test("takes a token for a while")
    func expired() async throws {
        try await MockServer.sample.failing("expired-token=1").withHTTP { url in
            let call: JSONObject = ["name": "echo", "arguments": ["text": "x"]]
            #expect(try await HTTPTalk.post(url, "tools/call", call).status == 200)
            let answer = try await HTTPTalk.post(url, "tools/call", call)
            #expect(answer.status == 401)
            #expect(answer.fields[.wwwAuthenticate]?.contains("expired") == true)
        }
    }

    @Test("hides a refusal in a good answer")
    func hiddenRefusal() async throws {
        let answer = try await post("auth-error-as-result", method: "tools/call")
        #expect(answer.status == 200)
        #expect(answer.body.contains("Invalid authentication credentials"))
        #expect(!answer.body.contains("isError"))
    }

    @Test(
        "is served and ended like any other, or refused by name",
        arguments: FaultCatalogue.all.forms.map(\.name)
    )
    func everyFault(name: String) async throws {
        let form = try #require(FaultCatalogue.all.forms.first { $0.name == name })
        let mock = try MockServer.sample.failing(name == "patch" ? "patch=/jsonrpc:3.0" : name)
        guard form.reach.transports.contains(.http) else {
            await #expect(throws: MockFaultError.self) { try await mock.withHTTP { _ in } }
            return
        }
        try await mock.withHTTP { url in
            for method in ["server/discover", "tools/list"] {
                let answer = try await HTTPTalk.post(url, method, within: .milliseconds(200))
                // Something came, or it was cut off, or it is still awaited: never anything that is no HTTP.
                #expect(answer.status == 0 || (200..<600).contains(answer.status))
            }
        }
    }

    @Test("combines with others, and the seed repeats what is random in them")
    func combined() async throws {
        let mock = try MockServer.sample.failing("list-churn", "latency=1ms,jitter=2ms", "http-content-type", seed: 7)
        try await mock.withHTTP { url in
            #expect(try await HTTPTalk.post(url).body.contains("fresh_0") == false)
            let second = try await HTTPTalk.post(url)
            #expect(second.body.contains("fresh_0"))
            #expect(second.fields[.contentType] == "text/html")
        }
    }
}
