import JSON
import Registry
import Testing

@testable import DaemonAPI

@Suite("Bodies of requests")
struct RequestBodyTests {
    @Test func `Settings are texts; numbers and truths count as theirs, null takes one away`() throws {
        let request = try ConfigureRequest(body: ["env": ["A": "x", "B": 5, "C": true, "D": nil]])
        let expected: [String: String?] = ["A": "x", "B": "5", "C": "true", "D": nil]
        #expect(request.environment == expected)
        #expect(try ConfigureRequest(body: request.json) == request)
    }

    @Test(
        arguments: [[], ["env": 1], ["env": ["A": []]], [:], ["env": [:], "x": 1], ["server": 1]] as [JSONValue]
    )
    func `What does not fit is refused with every fault and its place`(body: JSONValue) {
        let problem = #expect(throws: Problem.self) { try ConfigureRequest(body: body) }
        #expect(problem?.status == 422)
        #expect(problem?.faults.isEmpty == false)
    }

    @Test func `A role is given ids, or objects, or what its file says`() throws {
        let request = try AssignRequest(body: ["integrations": ["a", ["id": "b", "required": false]]])
        let members = [RoleReport.Member("a"), RoleReport.Member("b", isRequired: false)]
        #expect(request.members == .given(members) && request.rules == .kept)
        #expect(try AssignRequest(body: ["integrations": nil]).members == .fromFile)
        #expect(throws: Problem.self) { try AssignRequest(body: ["integrations": ["a", "a"]]) }
    }

    @Test func `A role is given rules, which leaves its integrations alone`() throws {
        let body: JSONValue = ["tools": ["deny": ["delete_*"], "readOnly": true, "approval": "review"]]
        let rules = RoleRules(denied: ["delete_*"], isReadOnly: true, approval: .review)
        #expect(try AssignRequest(body: body) == AssignRequest(rules: rules))
        #expect(try AssignRequest(body: AssignRequest(rules: rules).json) == AssignRequest(rules: rules))
        #expect(try AssignRequest(body: ["tools": nil]).rules == .fromFile)
        let problem = #expect(throws: Problem.self) { try AssignRequest(body: ["tools": ["denny": []]]) }
        #expect(problem?.faults.first?.field.hasPrefix("/tools") == true)
    }

    @Test func `Tools are approved by name, by definition, or all of them`() throws {
        let named = try ApproveRequest(body: ["tools": ["a", ["name": "b", "hash": "sha256:1"]]])
        #expect(named.tools == ["a": nil, "b": "sha256:1"])
        #expect(try ApproveRequest(body: named.json) == named)
        #expect(try ApproveRequest(body: ["tools": nil]).tools == nil)
        #expect(throws: Problem.self) { try ApproveRequest(body: [:]) }
    }

    @Test func `A document is sent or fetched, one of the two`() throws {
        let sent = try DocumentRequest(body: ["id": "my-api", "document": "openapi: 3.1.0", "readOnly": true])
        #expect(sent == DocumentRequest(id: "my-api", .text("openapi: 3.1.0"), isReadOnly: true))
        #expect(try DocumentRequest(body: sent.json) == sent)
        let fetched = try DocumentRequest(body: [
            "id": "a", "url": "https://api.example/x", "name": "A", "baseUrl": "https://api.example", "probe": "a_me",
            "trial": true,
        ])
        #expect(fetched.source == .address("https://api.example/x") && fetched.isTrial && fetched.probe == "a_me")
        #expect(try DocumentRequest(body: fetched.json) == fetched)
    }

    @Test(
        arguments: [
            ["document": "x"], ["id": "a"], ["id": "a", "document": "x", "url": "y"], ["id": "../a", "document": "x"],
            ["id": "A b", "document": "x"], ["id": 1, "document": "x"], ["id": "a", "document": "x", "trial": "yes"],
            ["id": "a", "document": ""], ["id": "-a", "document": "x"], ["id": "a", "document": "x", "more": 1],
        ] as [JSONValue]
    )
    func `A document without a sound id, or with both sources, is refused`(body: JSONValue) {
        let problem = #expect(throws: Problem.self) { try DocumentRequest(body: body) }
        #expect(problem?.faults.isEmpty == false)
    }

    @Test func `A call names its tool`() throws {
        #expect(try CallRequest(body: ["tool": "get_me"]) == CallRequest(tool: "get_me"))
        #expect(throws: Problem.self) { try CallRequest(body: ["arguments": [:]]) }
    }
}
