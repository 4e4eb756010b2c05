import HTTPTypes
import Synchronization
import Testing

@testable import MCPHTTP

@Suite("A link to a server that refuses", .timeLimit(.minutes(1)))
struct HTTPLinkTests {
    static func link(_ exchanger: ScriptedExchanger, _ authorizer: some HTTPAuthorizer) throws -> HTTPLink {
        let settings = HTTPClientSettings(address: try HTTPAddress("http://server.test/mcp"), authorizer: authorizer)
        return HTTPLink(settings: settings, exchanger: exchanger)
    }

    static func call(to address: String = "http://server.test/mcp") throws -> HTTPCall {
        HTTPCall(.post, try HTTPAddress(address), body: Array("{}".utf8))
    }

    static func refusing(_ status: Int = 401) -> ScriptedExchanger {
        ScriptedExchanger { _, _ in .success(.plain(status, "no", fields: ["WWW-Authenticate": "Bearer"])) }
    }

    @Test("asks for other credentials as long as there are any, and says which were refused")
    func repeats() async throws {
        let authorizer = CountingAuthorizer(last: 3)
        let exchanger = ScriptedExchanger { call, _ in
            switch call.fields[.authorization] {
            case "Bearer 1": .success(.plain(401, "none", fields: ["WWW-Authenticate": "Bearer"]))
            case "Bearer 2": .success(.plain(403, fields: ["WWW-Authenticate": "Bearer error=\"insufficient_scope\""]))
            default: .success(.plain(200))
            }
        }
        let outcome = try await Self.link(exchanger, authorizer).call(Self.call())
        #expect(outcome.reply.status == 200)
        #expect(authorizer.refusals == ["401 Bearer 1", "403 Bearer 2 insufficient_scope"])
    }

    @Test("repeats a request three times at most")
    func bound() async throws {
        let exchanger = Self.refusing()
        let outcome = try await Self.link(exchanger, CountingAuthorizer(last: .max)).call(Self.call())
        #expect(outcome.reply.status == 401)
        #expect(exchanger.calls.map { $0.fields[.authorization] } == ["Bearer 1", "Bearer 2", "Bearer 3", "Bearer 4"])
    }

    @Test("takes a refusal for an answer when no other credentials are at hand", arguments: [401, 403])
    func lastCredentials(status: Int) async throws {
        let exchanger = Self.refusing(status)
        let outcome = try await Self.link(exchanger, CountingAuthorizer(last: 1)).call(Self.call())
        #expect(outcome.reply.status == status)
        #expect(try await outcome.reply.collect(limitInBytes: 10) == Array("no".utf8))
        #expect(exchanger.calls.count == 1)
    }

    @Test("asks for the credentials of each address it is redirected to, and hands over what came back")
    func redirect() async throws {
        let authorizer = CountingAuthorizer(last: 1)
        let exchanger = ScriptedExchanger { call, _ in
            call.address.path == "/mcp"
                ? .success(.plain(308, fields: ["Location": "/moved"])) : .success(.plain(200, fields: ["Server": "1"]))
        }
        let outcome = try await Self.link(exchanger, authorizer).call(Self.call())
        #expect(outcome.reply.status == 200)
        #expect(exchanger.calls.map { $0.fields[.from] } == ["/mcp", "/moved"])
        #expect(authorizer.answers.map { $0[.server] } == ["1"])
    }

    @Test("neither sends credentials to another origin nor asks for others because it refuses")
    func otherOrigin() async throws {
        let authorizer = CountingAuthorizer(last: .max)
        let exchanger = Self.refusing()
        let outcome = try await Self.link(exchanger, authorizer).call(Self.call(to: "http://elsewhere.test/mcp"))
        #expect(outcome.reply.status == 401)
        #expect(exchanger.calls.map { $0.fields[.authorization] } == [nil])
        #expect(authorizer.refusals == [])
    }
}

/// Has other credentials when some are refused, until the last one.
private final class CountingAuthorizer: HTTPAuthorizer {
    private struct State {
        var number = 1
        var refusals: [String] = []
        var answers: [HTTPFields] = []
    }

    private let last: Int
    private let state = Mutex(State())

    init(last: Int) {
        self.last = last
    }

    var refusals: [String] { state.withLock(\.refusals) }

    var answers: [HTTPFields] { state.withLock(\.answers) }

    func answered(_ fields: HTTPFields) { state.withLock { $0.answers.append(fields) } }

    func fields(for call: HTTPCall) async -> HTTPFields {
        [.authorization: "Bearer \(state.withLock(\.number))", .from: call.address.path]
    }

    func refused(status: Int, challenges: [AuthenticationChallenge], sent: HTTPFields) async -> Bool {
        state.withLock { state in
            let error = challenges.first?["error"].map { " " + $0 } ?? ""
            state.refusals.append("\(status) \(sent[.authorization] ?? "")\(error)")
            state.number += 1
            return state.number <= last
        }
    }
}
