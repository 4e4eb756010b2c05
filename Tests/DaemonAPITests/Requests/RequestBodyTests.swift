import JSON
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
        #expect(request.members == [.init("a"), .init("b", isRequired: false)])
        #expect(try AssignRequest(body: ["integrations": nil]).members == nil)
        #expect(throws: Problem.self) { try AssignRequest(body: ["integrations": ["a", "a"]]) }
    }

    @Test func `A call names its tool`() throws {
        #expect(try CallRequest(body: ["tool": "get_me"]) == CallRequest(tool: "get_me"))
        #expect(throws: Problem.self) { try CallRequest(body: ["arguments": [:]]) }
    }
}
