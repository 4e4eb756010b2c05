import JSON
import MCP

/// Multi round-trip requests, with the fixtures of the official suite.
extension Check {
    private static let page = "basic/patterns/mrtr#"

    static let inputIncapable = Check(
        "ASK-CAPABILITY",
        "Nobody is asked for what they did not declare",
        requirement: """
            A server that needs what the client did not declare refuses the request with -32021, and says in \
            data.requiredCapabilities what is missing; it does not ask.
            """,
        reason: "A client cannot answer a question of a kind that it does not know.",
        method: "The fixture that asks the user, called by a client without capabilities.",
        twin: "A server that asks all the same.",
        rules: [.modern(.must, .specification("basic#_meta"))],
        steps: [.firstListing, .askIncapable]
    ) { record in
        record.feature(.askIncapable) { exchange in
            guard exchange.errorCode == -32021, case .error(let error) = exchange.outcome,
                error["data"]?["requiredCapabilities"]?["elicitation"] != nil
            else {
                return .failed(
                    expected: "error -32021 with requiredCapabilities.elicitation",
                    actual: exchange.summary,
                    message: exchange.answer?.excerpt
                )
            }
            return .passed
        }
    }

    static let inputAnswered = input(
        "ASK-ANSWERED",
        "A call with the answers to its questions is completed",
        requirement: "A request that is sent again with what was asked for in inputResponses is completed.",
        method: "The call that asked the user is sent again under another id, with the answers.",
        twin: "A server that asks again for what it was given.",
        step: .answerInput,
        anchor: "client-requirements-basic-workflow",
        level: .must
    ) { result in
        result["resultType"] == "complete" || result["resultType"] == nil ? nil : "a result that is not complete"
    }

    static let inputRepeated = input(
        "ASK-REPEATED",
        "What is still missing is asked for again",
        requirement: "Without what it needs a server asks again, in another result of type input_required.",
        method: "The call that asked the user is sent again with no answers.",
        twin: "A server that goes on without the answers.",
        step: .answerNothing,
        anchor: "error-handling",
        level: .should
    ) { result in
        result["resultType"] == "input_required" && result["inputRequests"]?.objectValue?.isEmpty == false
            ? nil : "no further question"
    }

    static let inputState = input(
        "ASK-STATE",
        "A state that comes back unchanged is accepted",
        requirement: "A server completes a request that brings back its requestState exactly as it was given.",
        method: "The fixture that gives a state is called, and called again with the answers and the state.",
        twin: "A server that does not know its own state again.",
        step: .answerState,
        anchor: "server-requirements-basic-workflow",
        level: .must
    ) { result in
        result["resultType"] == "complete" || result["resultType"] == nil ? nil : "a result that is not complete"
    }

    static let inputTampered = Check(
        "ASK-TAMPERED",
        "A state that was changed is refused",
        requirement: """
            A server treats requestState as something an attacker wrote: where it decides anything, its integrity is \
            protected, and what fails verification is refused.
            """,
        reason: "Otherwise a client writes itself the permission that the server is about to check.",
        method: "The fixture that gives a state is called again with one character of it changed.",
        twin: "A server that takes any state.",
        rules: [.modern(.must, .specification(page + "server-requirements-basic-workflow"))],
        steps: [.firstListing, .askState, .tamperState]
    ) { record in
        record.feature(.tamperState) { exchange in
            if case .error = exchange.outcome {
                return .passed
            }
            let isRefused = if case .result(let result) = exchange.outcome { result["isError"] == true } else { false }
            return isRefused
                ? .passed
                : .failed(expected: "an error", actual: exchange.summary, message: exchange.answer?.excerpt)
        }
    }

    static let inputPrompt = input(
        "ASK-IN-PROMPT",
        "A prompt can ask, too",
        requirement: "prompts/get may be answered with a result that asks for input, as tools/call may.",
        method: "The fixture test_input_required_result_prompt, where there is one.",
        twin: "A server that fills the prompt in without asking.",
        step: .askPrompt,
        anchor: "supported-requests",
        level: .must
    ) { result in
        result["resultType"] == "input_required" && result["inputRequests"]?.objectValue?.isEmpty == false
            ? nil : "no question"
    }

    private static func input(
        _ id: CheckID,
        _ title: String,
        requirement: String,
        method: String,
        twin: String,
        step: Step,
        anchor: String,
        level: RequirementLevel,
        fault: @escaping @Sendable (JSONValue) -> String?
    ) -> Check {
        Check(
            id,
            title,
            requirement: requirement,
            reason: "The rounds of a request end only when both sides keep to this.",
            method: method,
            twin: twin,
            rules: [.modern(level, .specification(page + anchor))],
            steps: [.firstListing, .listPrompts, .askElicitation, .askState, step]
        ) { record in
            record.featureResult(step) { result, exchange in
                fault(result).map {
                    .failed(expected: title.lowercasedFirst, actual: $0, message: exchange.answer?.excerpt)
                } ?? .passed
            }
        }
    }
}

extension String {
    fileprivate var lowercasedFirst: String {
        prefix(1).lowercased() + dropFirst()
    }
}
