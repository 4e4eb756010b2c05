import JSON
import Scaffolding
import Testing

@Suite("The questions of init")
struct InterviewTests {
    private static let candidates = ProbeCandidate.ranked([
        ["name": "get_item", "inputSchema": ["properties": ["id": ["type": "string"]], "required": ["id"]]],
        ["name": "list_items"],
    ])

    private static func interview(_ answers: Interview.Answers = .init()) -> Interview {
        Interview(answers, suggestedName: "mcp-server-shop", candidates: candidates)
    }

    @Test("empty answers take what is suggested")
    func suggestions() {
        var interview = Self.interview()
        var topics: [Interview.Topic] = []
        while let question = interview.question {
            topics.append(question.topic)
            #expect(interview.answer("") == nil)
        }
        #expect(topics == [.id, .name, .summary, .credentials, .probe, .arguments])
        #expect(interview.answers.id == "shop")
        #expect(interview.answers.name == "Shop")
        #expect(interview.answers.probe == "list_items")
        #expect(interview.answers.credentials == [])
    }

    @Test("what flags said is not asked")
    func flags() {
        var answers = Interview.Answers()
        (answers.id, answers.name, answers.summary, answers.credentials) = ("a", "A", "", ["KEY"])
        (answers.probe, answers.arguments) = ("list_items", [:])
        #expect(Self.interview(answers).question == nil)
    }

    @Test(
        "a bad answer is explained and asked again",
        arguments: [
            (Interview.Topic.id, "My Shop", "my-shop"), (.credentials, "API KEY-1", "KEY-1 is no name"),
            (.probe, "7", "the server lists no 7"), (.arguments, "x", "no JSON object"),
            (.arguments, "{}", "id has to be given"),
        ]
    )
    func problems(_ topic: Interview.Topic, _ text: String, _ problem: String) {
        var interview = Self.interview()
        while let question = interview.question, question.topic != topic {
            _ = interview.answer(question.topic == .probe ? "get_item" : "")
        }
        #expect(interview.answer(text)?.contains(problem) == true)
        #expect(interview.question?.topic == topic)
    }

    @Test("a number or a name chooses a tool, a dash none")
    func choosing() {
        for (text, tool) in [("1", "list_items"), ("2", "get_item"), ("get_item", "get_item"), ("-", "")] {
            var interview = Self.interview()
            while let question = interview.question, question.topic != .probe { _ = interview.answer("") }
            _ = interview.answer(text)
            #expect(interview.answers.probe == tool)
        }
    }

    @Test("without a person no tool is called that does not say that it only reads")
    func unasked() {
        #expect(Self.interview().unasked.probe == "")
        let harmless = ProbeCandidate.ranked([["name": "x", "annotations": ["readOnlyHint": true]]])
        #expect(Interview(.init(), suggestedName: "a", candidates: harmless).unasked.probe == "x")
    }

    @Test("a credential that was given already is suggested by name, and taken where nobody is asked")
    func suggestedCredentials() {
        var answers = Interview.Answers()
        (answers.id, answers.name, answers.summary) = ("a", "A", "")
        let interview = Interview(answers, suggestedName: "a", suggestedCredentials: ["A_TOKEN"], candidates: [])
        #expect(interview.question?.usual == "A_TOKEN")
        #expect(interview.unasked.credentials == ["A_TOKEN"])
        answers.credentials = []
        let none = Interview(answers, suggestedName: "a", suggestedCredentials: ["A_TOKEN"], candidates: [])
        #expect(none.unasked.credentials == [])
    }
}
