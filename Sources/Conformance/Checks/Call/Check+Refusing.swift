import JSON
import MCP

extension Check {
    static let wrongArguments = Check(
        "CALL-WRONG-ARGUMENTS",
        "A call with wrong arguments is refused",
        requirement: """
            Servers check the arguments of every call; what the inputSchema forbids is answered with isError or with \
            the error -32602.
            """,
        reason: "A tool that runs on arguments that it does not understand does something else than it was asked for.",
        method: """
            The tool that was called before, if it is read-only, is called again without a required argument, with \
            one of a wrong type, or with an unknown one: the first of these that its schema forbids.
            """,
        twin: "A server that ignores the arguments and answers as always.",
        rules: [.always(.must, .specification("server/tools#security-considerations"))],
        steps: [.firstListing, .call, .wrongArguments]
    ) { record in
        if case .tool(let definition, let arguments) = record.choice, record.exchanges[.wrongArguments] == nil,
            WrongArguments.breaking(definition["inputSchema"] ?? .null, from: arguments) == nil
        {
            return .notApplicable("the inputSchema of the tool allows any arguments")
        }
        return record.toolExchange(.wrongArguments) { exchange in
            exchange.isRefusal || exchange.errorCode == -32602
                ? .passed
                : .failed(
                    expected: "a result with isError, or error -32602",
                    actual: exchange.summary,
                    message: exchange.answer?.excerpt
                )
        }
    }

    static let unknownTool = Check(
        "CALL-UNKNOWN-TOOL",
        "A call of an unknown tool is refused",
        requirement: "A call of a tool that the server does not have is answered with an error, never with success.",
        reason: "An agent that calls a tool under a wrong name must learn that nothing happened.",
        method: "One call of a name that is not in the list.",
        twin: "A server that answers every call with \"ok\".",
        rules: [.always(.must, .specification("server/tools#error-handling"))],
        steps: [.firstListing, .unknownTool]
    ) { record in
        record.toolExchange(.unknownTool) { exchange in
            let isError = if case .error = exchange.outcome { true } else { false }
            return isError || exchange.isRefusal
                ? .passed
                : .failed(
                    expected: "an error, or a result with isError",
                    actual: exchange.summary,
                    message: exchange.answer?.excerpt
                )
        }
    }

    static let unknownToolCode = Check(
        "CALL-UNKNOWN-TOOL-CODE",
        "An unknown tool is a protocol error",
        requirement: "A call of a tool that does not exist is answered with the protocol error -32602.",
        reason: "isError says that the tool ran and failed; here there is no tool, and retrying is pointless.",
        method: "The answer to the call of an unknown tool is read.",
        twin: "A server that answers such a call with a result and isError.",
        rules: [.always(.should, .specification("server/tools#error-handling"))],
        steps: [.firstListing, .unknownTool]
    ) { record in
        record.toolExchange(.unknownTool) { exchange in
            exchange.errorCode == -32602
                ? .passed
                : .failed(expected: "error -32602", actual: exchange.summary, message: exchange.answer?.excerpt)
        }
    }

    static let unknownMethod = Check(
        "CALL-UNKNOWN-METHOD",
        "An unknown method is refused with -32601",
        requirement: "A request for a method that the server does not have is answered with the error -32601.",
        reason: "Clients find out by this code what a server can do, and fall back to something else.",
        method: "One request for a method of our own invention.",
        twin: "A server that answers with -32602 or -32603, or not at all.",
        rules: [.always(.must, .jsonRPC("error_object"))],
        steps: [.unknownMethod]
    ) { record in
        record.exchange(.unknownMethod) { exchange in
            exchange.errorCode == -32601
                ? .passed
                : .failed(expected: "error -32601", actual: exchange.summary, message: exchange.answer?.excerpt)
        }
    }
}

extension Exchange {
    /// Whether the answer is a result that says that it is none.
    fileprivate var isRefusal: Bool {
        guard case .result(let result) = outcome else {
            return false
        }
        return result["isError"]?.boolValue == true
    }
}
