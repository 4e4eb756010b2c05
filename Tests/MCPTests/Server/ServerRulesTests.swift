import JSON
import MCP
import Testing

@Suite("A server judges one request")
struct ServerRulesTests {
    private let dual = ServerRules(configuration: .testing())

    private func judge(
        _ rules: ServerRules,
        _ method: String,
        _ params: String?,
        _ legacy: LegacyHandshake = .none
    ) throws -> ServerRules.Verdict {
        let payload = try params.map { Payload.text(try JSONText(validating: $0)) }
        return rules.judge(1, method: method, payload: payload, legacy: legacy)
    }

    private func meta(_ members: String...) -> String { #"{"_meta":{\#(members.joined(separator: ","))}}"# }

    private static let version = #""io.modelcontextprotocol/protocolVersion":"2026-07-28""#
    private static let capabilities = #""io.modelcontextprotocol/clientCapabilities":{}"#
    private static let info = #""io.modelcontextprotocol/clientInfo":{"name":"c","version":"1"}"#

    @Test("a request that carries its metadata is for the owner, whatever the handshake of its connection")
    func modern() throws {
        let params = meta(
            Self.version,
            Self.capabilities,
            Self.info,
            #""progressToken":"p""#,
            #""io.modelcontextprotocol/logLevel":"error""#
        )
        let peer = LegacyHandshake.Peer(
            revision: .june2025,
            capabilities: .none,
            info: Implementation(name: "x", version: "0")
        )
        for legacy in [LegacyHandshake.none, .answered(peer), .complete(peer)] {
            guard case .call(let context) = try judge(dual, "tools/list", params, legacy) else {
                Issue.record("not called")
                continue
            }
            #expect(context.revision == .july2026 && context.era == .modern)
            #expect(context.progressToken == "p" && context.logLevel == .error)
            #expect(context.clientInfo?.name == "c" && context.clientCapabilities == .none)
        }
    }

    @Test(
        "incomplete or malformed metadata is refused with -32602, naming what is wrong",
        arguments: [
            (#""io.modelcontextprotocol/protocolVersion":"2026-07-28""#, "clientCapabilities"),
            (#""io.modelcontextprotocol/clientCapabilities":{}"#, "protocolVersion"),
            (#""io.modelcontextprotocol/clientInfo":{"name":"c","version":"1"}"#, "protocolVersion"),
            (
                #""io.modelcontextprotocol/protocolVersion":7,"io.modelcontextprotocol/clientCapabilities":{}"#,
                "protocolVersion"
            ),
            (
                #""io.modelcontextprotocol/protocolVersion":"2026-07-28","#
                    + #""io.modelcontextprotocol/clientCapabilities":[]"#,
                "clientCapabilities"
            ),
            (
                #""io.modelcontextprotocol/protocolVersion":"2026-07-28","#
                    + #""io.modelcontextprotocol/clientCapabilities":{},"io.modelcontextprotocol/clientInfo":{}"#,
                "clientInfo"
            ),
            (
                #""io.modelcontextprotocol/protocolVersion":"2026-07-28","#
                    + #""io.modelcontextprotocol/clientCapabilities":{},"io.modelcontextprotocol/logLevel":"loud""#,
                "logLevel"
            ),
        ]
    )
    func metadata(members: String, word: String) throws {
        for rules in [dual, ServerRules(configuration: .testing(.modern))] {
            guard case .refuse(let error, _) = try judge(rules, "tools/list", meta(members)) else {
                Issue.record("not refused")
                return
            }
            #expect(error.code == .invalidParams && error.message.contains(word))
        }
    }

    @Test("no metadata at all is refused with -32602 by a modern server", arguments: ["{}", #"{"_meta":{}}"#, nil])
    func noMetadata(params: String?) throws {
        for rules in [dual, ServerRules(configuration: .testing(.modern))] {
            for method in ["tools/list", "server/discover"] {
                guard case .refuse(let error, _) = try judge(rules, method, params) else {
                    Issue.record("not refused")
                    return
                }
                #expect(error.code == .invalidParams)
            }
        }
    }

    @Test("a _meta that is no object is refused", arguments: ["null", "[]", "\"x\""])
    func metaOfWrongType(value: String) throws {
        let verdict = try judge(dual, "tools/list", #"{"_meta":\#(value)}"#)
        #expect(verdict == .refuse(.invalidParams("_meta is not an object"), nil))
    }

    @Test("an unknown version is refused with both lists, before anything else is looked at")
    func unknownVersion() throws {
        let verdict = try judge(dual, "no/such", meta(#""io.modelcontextprotocol/protocolVersion":"1900-01-01""#))
        #expect(verdict == .refuse(.unsupportedVersion("1900-01-01", supported: [.latest]), nil))
    }

    @Test("a legacy version cannot be spoken statelessly, and is not offered again")
    func legacyVersion() throws {
        let verdict = try judge(dual, "tools/list", meta(#""io.modelcontextprotocol/protocolVersion":"2025-11-25""#))
        guard case .refuse(let error, _) = verdict else {
            Issue.record("not refused")
            return
        }
        #expect(error.code == .unsupportedProtocolVersion)
        #expect(error.supportedVersions == ["2026-07-28"])
    }

    @Test("server/discover is answered by the rules, with everything a modern result needs")
    func discover() throws {
        guard case .answer(let members) = try judge(dual, "server/discover", meta(Self.version, Self.capabilities))
        else {
            Issue.record("not answered")
            return
        }
        #expect(
            members == [
                "supportedVersions": ["2026-07-28"],
                "capabilities": ["tools": [:]],
                "resultType": "complete",
                "ttlMs": 0,
                "cacheScope": "private",
                "_meta": ["io.modelcontextprotocol/serverInfo": ["name": "test-server", "version": "1"]],
            ]
        )
    }

    @Test(
        "methods that the modern era dropped, that nobody answers or that are a client's own are unknown",
        arguments: ["ping", "initialize", "logging/setLevel", "resources/subscribe", "prompts/list", "roots/list", ""]
    )
    func unknownMethod(method: String) throws {
        let verdict = try judge(dual, method, meta(Self.version, Self.capabilities))
        #expect(verdict == .refuse(.methodNotFound(method), nil))
    }

    @Test("a missing client capability is refused with what is missing")
    func missingCapability() throws {
        var configuration = ServerConfiguration.testing()
        configuration.requiredClientCapabilities = ["tools/call": ClientCapabilities(["sampling": [:]])]
        let rules = ServerRules(configuration: configuration)
        guard case .refuse(let error, _) = try judge(rules, "tools/call", meta(Self.version, Self.capabilities)) else {
            Issue.record("not refused")
            return
        }
        #expect(error.code == .missingClientCapability)
        #expect(error.data == ["requiredCapabilities": ["sampling": [:]]])
        let declared = #""io.modelcontextprotocol/clientCapabilities":{"sampling":{}}"#
        guard case .call = try judge(rules, "tools/call", meta(Self.version, declared)) else {
            Issue.record("refused")
            return
        }
    }

    @Test("a modern-only server names its versions when a legacy client knocks")
    func modernOnlyInitialize() throws {
        let rules = ServerRules(configuration: .testing(.modern))
        let params = #"{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"}}"#
        guard case .refuse(let error, _) = try judge(rules, "initialize", params) else {
            Issue.record("not refused")
            return
        }
        #expect(error.supportedVersions == ["2026-07-28"] && error.message.contains("2026-07-28"))
    }

    @Test(
        "initialize answers a known version with itself and any other with the newest legacy one",
        arguments: [
            ("2024-11-05", "2024-11-05"), ("2025-06-18", "2025-06-18"), ("1999-01-01", "2025-11-25"),
            ("2026-07-28", "2025-11-25"), ("", "2025-11-25"),
        ]
    )
    func negotiation(requested: String, answered: String) throws {
        let params = #"{"protocolVersion":"\#(requested)","capabilities":{},"clientInfo":{"name":"c","version":"1"}}"#
        guard case .initialize(let peer, let result) = try judge(dual, "initialize", params) else {
            Issue.record("not initialized")
            return
        }
        #expect(peer.revision.rawValue == answered)
        #expect(result["protocolVersion"]?.value == .string(answered))
        #expect(result.keys == ["protocolVersion", "capabilities", "serverInfo"])
    }

    @Test(
        "an initialize without its parameters is refused with -32602",
        arguments: [
            nil, "{}", #"{"protocolVersion":"2025-06-18","capabilities":{}}"#,
            #"{"protocolVersion":1,"capabilities":{},"clientInfo":{"name":"c","version":"1"}}"#,
            #"{"protocolVersion":"2025-06-18","capabilities":{"roots":1},"clientInfo":{"name":"c","version":"1"}}"#,
        ]
    )
    func brokenInitialize(params: String?) throws {
        guard case .refuse(let error, _) = try judge(dual, "initialize", params) else {
            Issue.record("not refused")
            return
        }
        #expect(error.code == .invalidParams)
    }

    @Test("a legacy-only server knows nothing of discovery", arguments: RevisionOffer.legacy.revisions)
    func legacyOnly(revision: ProtocolRevision) throws {
        let rules = ServerRules(configuration: .testing(.only(revision)))
        let verdict = try judge(rules, "server/discover", meta(Self.version, Self.capabilities))
        #expect(verdict == .refuse(.methodNotFound("server/discover"), nil))
    }

    @Test("what an owner says about caching, type and server info is left as it is")
    func completed() throws {
        let given: Members = [
            "tools": [], "ttlMs": 5, "cacheScope": "public", "resultType": "complete",
            "_meta": ["io.modelcontextprotocol/serverInfo": ["name": "o", "version": "2"]],
        ]
        func call(_ method: String, _ revision: ProtocolRevision) throws -> RequestContext {
            var session = ServerSession.ready(revision)
            return try #require(session.received(ServerSession.request(revision, method)).calls.first)
        }
        #expect(dual.completed(given, for: try call("tools/list", .july2026)) == given)
        #expect(dual.completed(["a": 1], for: try call("tools/list", .june2025)) == ["a": 1])
        let interim = dual.completed(["resultType": "input_required"], for: try call("tools/list", .july2026))
        #expect(interim.keys == ["resultType", "_meta"])
        let closing = dual.completed([:], for: try call("subscriptions/listen", .july2026))
        #expect(closing["_meta"]?["io.modelcontextprotocol/subscriptionId"]?.value == 7)
    }
}
