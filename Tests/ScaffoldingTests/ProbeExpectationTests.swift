import JSON
import Registry
import Scaffolding
import Testing

@Suite("What a good answer is asked for")
struct ProbeExpectationTests {
    private static let objects: [(JSONValue, BodyTest)] = [
        (["structuredContent": ["login": "me", "x": 1]], BodyTest(JSONPointer(tokens: ["login"]), exists: true)),
        (["structuredContent": ["items": [1, 2]]], BodyTest(JSONPointer(tokens: ["items"]), minCount: 1)),
        (
            ["structuredContent": ["result": #"{"a": 1}"#]],
            BodyTest(JSONPointer(tokens: ["result", "a"]), exists: true)
        ),
    ]
    private static let texts: [(String, BodyTest)] = [
        (#"{"data": {"id": 7}}"#, BodyTest(JSONPointer(tokens: ["data", "id"]), exists: true)),
        ("All is well.", BodyTest(lacks: "rror")),
        ("Errors: none today, and more", BodyTest(contains: "Errors: none today, and ")),
    ]
    private static var rows: [(JSONValue, BodyTest)] {
        objects
            + texts.map { text, test in
                let block: JSONValue = ["type": "text", "text": .string(text)]
                return (["content": [block]], test)
            }
    }

    @Test("the question goes to what only a good answer has", arguments: rows)
    func questions(_ result: JSONValue, _ question: BodyTest) {
        #expect(ProbeExpectation.questions(to: result) == [question])
    }

    @Test("an answer that says nothing is asked nothing")
    func nothing() { #expect(ProbeExpectation.questions(to: ["content": []]).isEmpty) }
}
