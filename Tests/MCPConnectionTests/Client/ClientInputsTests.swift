import JSON
import MCP
import Synchronization
import Testing

@testable import MCPConnection

@Suite("A request that needs input", .timeLimit(.minutes(1)))
struct ClientInputsTests {
    static let capabilities = ClientCapabilities(["roots": [:], "elicitation": [:]])

    /// Asks for so many rounds of input, then answers with what it was given.
    static func server(rounds: Int, asking methods: [String], seen: Collected<JSONObject>) -> ServerHandlers {
        ServerHandlers { (call) throws(ErrorObject) in
            let params = call.context.params
            seen.append(params)
            let round = params["requestState"]?.stringValue.flatMap { Int($0) } ?? 0
            guard round < rounds else { return ["content": [], "structuredContent": params["inputResponses"] ?? [:]] }
            let form: JSONObject = ["message": "?", "requestedSchema": ["type": "object", "properties": [:]]]
            let requests = methods.map { method in
                InputRequiredResult.InputRequest(
                    key: method,
                    method: method,
                    params: method == "elicitation/create" ? form : [:]
                )
            }
            return Members(InputRequiredResult(inputRequests: requests, requestState: "\(round + 1)").json)
        }
    }

    static func call(
        _ server: ServerHandlers,
        capabilities: ClientCapabilities = capabilities,
        rounds: Int = 8
    ) async throws -> Result<JSONValue, any Error> {
        let answers = ClientHandlers { request in
            request.method == "roots/list" ? .success(["roots": []]) : .failure(.methodNotFound(request.method))
        }
        let client = configuration(offer: .modern, capabilities: capabilities)
        let (run, violations) = try await withPeers(client: client, handlers: server, clientHandlers: answers) {
            client in
            try await client.requestWithInputs("tools/call", params: ["name": "t"], rounds: rounds).value
        }
        #expect(violations.isEmpty)
        return run.outcome
    }

    @Test("is repeated with the answers of the handlers and the state, until it is answered", arguments: [0, 1, 3])
    func repeats(rounds: Int) async throws {
        let seen = Collected<JSONObject>()
        let result = try await Self.call(Self.server(rounds: rounds, asking: ["roots/list"], seen: seen))
        #expect(try result.get()["structuredContent"] == (rounds == 0 ? [:] : ["roots/list": ["roots": []]]))
        #expect(seen.all.map { $0["requestState"] } == [nil, "1", "2", "3"].prefix(rounds + 1).map(\.self))
        #expect(seen.all.allSatisfy { $0["name"] == "t" })
    }

    @Test("leaves out what handlers refuse and what was never declared")
    func leftOut() async throws {
        let seen = Collected<JSONObject>()
        let methods = ["roots/list", "elicitation/create"]
        _ = try await Self.call(Self.server(rounds: 1, asking: methods, seen: seen)).get()
        #expect(seen.all.last?["inputResponses"] == ["roots/list": ["roots": []]])
    }

    @Test("fails when the server asks more often than it may")
    func patience() async throws {
        let seen = Collected<JSONObject>()
        let result = try await Self.call(Self.server(rounds: 9, asking: ["roots/list"], seen: seen), rounds: 2)
        let failure = #expect(throws: RequestFailure.self) { try result.get() }
        guard case .inputRequired(let needed) = failure?.outcome else {
            Issue.record("\(result)")
            return
        }
        #expect(needed.requestState == "3")
        #expect(seen.all.count == 3)
    }
}
