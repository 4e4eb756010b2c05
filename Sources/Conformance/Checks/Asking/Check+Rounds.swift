import JSON
import MCP

/// Rounds of questions: several at once, one after the other, and answers that are too many or wrong.
extension Check {
    private static let page = "basic/patterns/mrtr#"
    private static let form: [Step] = [.firstListing, .askElicitation]

    static let inputSeveral = Check(
        "ASK-SEVERAL",
        "Several things can be asked for at once",
        requirement: "The questions of one result have a key each, and each is one of the three that there are.",
        reason: "Clients answer by the key; two questions under one are answered once.",
        method: "The fixture test_input_required_result_multiple_inputs, where there is one.",
        twin: "A server that goes on without asking.",
        rules: [.modern(.must, .specification(page + "server-requirements-basic-workflow"))],
        steps: [.firstListing, .askSeveral]
    ) { record in
        record.featureResult(.askSeveral) { result, exchange in
            let methods = (result["inputRequests"]?.objectValue ?? [:]).map { $0.value["method"]?.stringValue ?? "" }
            let known: Set = ["elicitation/create", "sampling/createMessage", "roots/list"]
            let isSound =
                result["resultType"] == "input_required" && methods.count > 1 && methods.allSatisfy(known.contains)
            return isSound
                ? .passed
                : .failed(
                    expected: "input_required with several questions",
                    actual: methods.isEmpty ? "no question" : methods.joined(separator: ", "),
                    message: exchange.answer?.excerpt
                )
        }
    }

    static let inputRounds = Check(
        "ASK-ROUNDS",
        "A request can take more than one round",
        requirement: "A request that comes with its answers may be answered with further questions.",
        reason: "What has to be asked next often hangs on what was answered.",
        method: "The fixture test_input_required_result_multi_round is called, and called again with its first answer.",
        twin: "A server that goes on after the first of two questions.",
        rules: [.modern(.should, .specification(page + "server-requirements-basic-workflow"))],
        steps: [.firstListing, .askRounds, .answerRounds]
    ) { record in
        record.featureResult(.answerRounds) { result, exchange in
            result["resultType"] == "input_required" && result["inputRequests"]?.objectValue?.isEmpty == false
                ? .passed
                : .failed(
                    expected: "another question",
                    actual: exchange.summary,
                    message: exchange.answer?.excerpt
                )
        }
    }

    static let inputExtra = Check(
        "ASK-EXTRA",
        "Answers that nobody asked for are ignored",
        requirement: "A server leaves answers alone whose keys it does not know, and goes on with the others.",
        reason: "A client that is newer than the server would be refused for knowing more.",
        method: "The call that asked the user is sent again with its answers, and one more.",
        twin: "A server that asks again because of it.",
        rules: [.modern(.should, .specification(page + "error-handling"))],
        steps: form + [.answerExtra]
    ) { record in
        record.featureResult(.answerExtra) { result, exchange in
            result["resultType"] == "complete" || result["resultType"] == nil
                ? .passed
                : .failed(
                    expected: "a complete result",
                    actual: exchange.summary,
                    message: exchange.answer?.excerpt
                )
        }
    }

    static let inputValidated = Check(
        "ASK-VALIDATED",
        "An answer of a wrong shape is refused",
        requirement: "A server checks the shape of answers, and refuses what is wrong with a JSON-RPC error.",
        reason: "Whatever a client sends would run into the tool as if a user had said it.",
        method: "The call that asked the user is sent again with a number for an answer.",
        twin: "A server that takes the number.",
        rules: [.modern(.should, .specification(page + "error-handling"))],
        steps: form + [.answerWrong]
    ) { record in
        record.feature(.answerWrong) { exchange in
            if case .error = exchange.outcome { return .passed }
            return .failed(expected: "an error", actual: exchange.summary, message: exchange.answer?.excerpt)
        }
    }

    static let inputNotInLists = Check(
        "ASK-NOT-IN-LISTS",
        "Lists are never answered with questions",
        requirement:
            "Only tools/call, prompts/get and resources/read may be answered with a result that asks for input.",
        reason: "A client that lists has nobody to ask, and stops there.",
        method: "The results of resources/list and prompts/list are looked at.",
        twin: "A server that asks before it lists.",
        rules: [.modern(.must, .specification(page + "supported-requests"))],
        steps: [.listResources, .listPrompts]
    ) { record in
        let listings: [Step] = [.listResources, .listPrompts]
        let asking = listings.first { step in
            guard case .result(let result) = record.exchanges[step]?.outcome else { return false }
            return result["resultType"] == "input_required"
        }
        if let asking {
            return .failed(
                expected: "a complete result",
                actual: "\(asking.title) asks for input",
                message: record.exchanges[asking]?.answer?.excerpt
            )
        }
        return record.feature(.listResources) { _ in .passed }
    }
}
