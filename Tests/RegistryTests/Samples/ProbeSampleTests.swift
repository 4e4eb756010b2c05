import JSON
import Registry
import Testing

@Suite("A sample answer of a probe")
struct ProbeSampleTests {
    @Test(
        "has what the questions ask for, where they ask for it",
        arguments: [
            ([], ["sample": true]),
            ([BodyTest(["login"], exists: true)], ["login": "sample"]),
            (
                [BodyTest(["issues"], minCount: 1), BodyTest(["error"], exists: false)],
                ["issues": [["sample": true]]]
            ),
            ([BodyTest(["ok"], equals: true)], ["ok": true]),
            ([BodyTest(["result", "0", "id"], exists: true)], ["result": [["id": "sample"]]]),
            ([BodyTest(contains: "acct_"), BodyTest(lacks: "Error")], "acct_"),
            ([BodyTest(["a"], equals: 1), BodyTest(contains: "word")], ["a": 1, "sample": "word"]),
        ] as [([BodyTest], JSONValue)]
    )
    func answers(expect: [BodyTest], expected: JSONValue) {
        #expect(Probe("get_me", expect: expect).sampleAnswer == expected)
    }
}

extension BodyTest {
    fileprivate init(_ tokens: [String], exists: Bool? = nil, equals: JSONValue? = nil, minCount: Int? = nil) {
        self.init(JSONPointer(tokens: tokens), exists: exists, equals: equals, minCount: minCount)
    }
}
