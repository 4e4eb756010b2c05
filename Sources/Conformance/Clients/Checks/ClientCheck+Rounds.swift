import JSON
import MCP

/// What a client does with a result that asks for input.
extension ClientCheck {
    private static let scene: [ClientScene.ID] = ["sep-2322-client-request-state"]
    private static let rules = [
        CheckRule.modern(.must, .specification("basic/patterns/mrtr#client-requirements-basic-workflow"))
    ]

    static let clientAnswers = ClientCheck(
        "CLIENT-INPUT-ANSWERED",
        "What a result asks for comes with the request, sent again",
        requirement:
            "After a result that asks for input, the same request is sent again with an answer to each question.",
        reason: "The server remembers nothing; it can go on only with what comes then.",
        method: "A call is answered with a question named confirm.",
        twin: "A client that gives its answer another name.",
        rules: rules,
        scenes: scene
    ) { record in
        let calls = record.calls("test_mrtr_echo_state")
        guard !calls.isEmpty else { return record.untried("the tool was not called") }
        let expected = "a second call, with inputResponses.confirm"
        guard calls.count > 1 else { return record.failed(expected, "one call; \(record.ending.summary)") }
        return record.holds(
            calls[1].params["inputResponses"]?["confirm"] != nil,
            expected: expected,
            actual: "the answers were \(calls[1].params["inputResponses"]?.text() ?? "missing")"
        )
    }

    static let clientState = ClientCheck(
        "CLIENT-INPUT-STATE",
        "A state is brought back as it came",
        requirement: "The requestState of a result goes back with the answers, character by character.",
        reason: "It is signed: a state that was read and written again is refused.",
        method: "A state is given that looks like JSON with odd blanks.",
        twin: "A client that tidies the state up.",
        rules: rules,
        scenes: scene
    ) { record in
        guard let again = record.calls("test_mrtr_echo_state").dropFirst().first else {
            return record.untried("the tool was not called again")
        }
        let state = again.params["requestState"]?.stringValue
        return record.holds(
            state == ClientScene.requestState,
            expected: ClientScene.requestState,
            actual: "the state was \(state ?? "missing")"
        )
    }

    static let clientNoState = ClientCheck(
        "CLIENT-INPUT-NO-STATE",
        "No state is invented",
        requirement: "A request that is sent again has no requestState where the result had none.",
        reason: "A server takes it for its own, and refuses it.",
        method: "A call is answered with a question, and without a state.",
        twin: "A client that takes the state of another call.",
        rules: rules,
        scenes: scene
    ) { record in
        guard let again = record.calls("test_mrtr_no_state").dropFirst().first else {
            return record.untried("the tool was not called again")
        }
        return record.holds(
            again.params["requestState"] == nil,
            expected: "no requestState",
            actual: "the state was \(again.params["requestState"]?.text() ?? "")"
        )
    }

    static let clientNewID = ClientCheck(
        "CLIENT-INPUT-NEW-ID",
        "A request that is sent again has another id",
        requirement: "The id of a request that is sent again is not that of the first.",
        reason: "The first was answered; its id belongs to that answer.",
        method: "The ids of a call and of its repetition are compared.",
        twin: "A client that uses the same id.",
        rules: rules,
        scenes: scene
    ) { record in
        let ids = record.calls("test_mrtr_echo_state").map { $0.message["id"] ?? .null }
        guard ids.count > 1 else { return record.untried("the tool was not called again") }
        return record.holds(ids[0] != ids[1], expected: "two ids", actual: "both have \(ids[0].text())")
    }

    static let clientApart = ClientCheck(
        "CLIENT-INPUT-APART",
        "Answers and states go to no other request",
        requirement: "inputResponses and requestState are sent with the request they belong to, and with no other.",
        reason: "They may hold what one tool is told in confidence.",
        method: "A tool that asks for nothing is called between two that do.",
        twin: "A client that sends its last state with everything.",
        rules: rules,
        scenes: scene
    ) { record in
        let calls = record.calls("test_mrtr_unrelated")
        return record.each(calls, nothing: "the tool was not called", expected: "neither answers nor state") { turn in
            ["inputResponses", "requestState"].first { turn.params[$0] != nil }.map { "\($0) was sent" }
        }
    }

    static let clientComplete = ClientCheck(
        "CLIENT-INPUT-COMPLETE",
        "A result without a type is complete",
        requirement: "A client takes a result that does not say its type for a complete one.",
        reason: "Servers of older revisions say no type.",
        method: "A call is answered with a result that has content and no resultType.",
        twin: "A client that calls again until there is a type.",
        rules: [.modern(.must, .specification("basic/index#resulttype"))],
        scenes: scene
    ) { record in
        let calls = record.calls("test_mrtr_no_result_type").count
        guard calls > 0 else { return record.untried("the tool was not called") }
        return record.holds(calls == 1, expected: "one call", actual: "\(calls) calls")
    }
}
