import JSON
import Testing

@testable import DaemonAPI

@Suite struct ProblemTests {
    @Test func `A problem names its first field and lists every fault`() {
        let problem = Problem(
            422,
            "invalid_configuration",
            "2 settings of github do not fit",
            fix: "correct them and send the request again",
            faults: [
                .init(field: "/env/GITHUB_HOST", message: "not an address", fix: "begin with https://"),
                .init(field: "/env/GITHUB_TOKEN", message: "it has no value", fix: "give one"),
            ]
        )
        #expect(problem.json["status"] == 422)
        #expect(problem.json["code"] == "invalid_configuration")
        #expect(problem.json["field"] == "/env/GITHUB_HOST")
        #expect(problem.json["faults"]?.arrayValue?.count == 2)
    }

    @Test func `A problem without a place has no field`() {
        let problem = Problem(
            404,
            "unknown_integration",
            "there is no integration \"githab\"",
            fix: "did you mean github?"
        )
        #expect(problem.json["field"] == nil)
        #expect(problem.json["faults"] == nil)
    }
}
