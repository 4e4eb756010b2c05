import JSON
import MCP

extension Check {
    static let promptsListed = Check(
        "PROMPT-LISTED",
        "Prompts are listed with a name",
        requirement: "A server that declares prompts lists them; each has a name, and so has each of its arguments.",
        reason: "Users choose a prompt by its name and fill in its arguments by theirs.",
        method: "prompts/list, the first page.",
        twin: "A server that leaves out the name of a prompt.",
        rules: [.always(.must, .specification("server/prompts#listing-prompts"))],
        steps: [.listPrompts]
    ) { record in
        record.featureResult(.listPrompts) { result, exchange in
            guard let prompts = result["prompts"]?.arrayValue else {
                return .failed(expected: "the array prompts", actual: result.text())
            }
            let wrong = prompts.first { prompt in
                prompt["name"]?.stringValue == nil
                    || (prompt["arguments"]?.arrayValue ?? []).contains { $0["name"]?.stringValue == nil }
            }
            return wrong.map {
                .failed(expected: "names", actual: $0.text(), message: exchange.answer?.excerpt)
            } ?? .passed
        }
    }

    static let promptFilled = Check(
        "PROMPT-GET",
        "A prompt becomes messages",
        requirement: "prompts/get gives messages; each has the role user or assistant, and content of a known type.",
        reason: "Messages with other roles or contents are refused by models.",
        method: "prompts/get of the first prompt that needs neither arguments nor answers.",
        twin: "A server whose message comes from the role system.",
        rules: [.always(.must, .specification("server/prompts#getting-a-prompt"))],
        steps: [.listPrompts, .getPrompt]
    ) { record in
        record.featureResult(.getPrompt) { result, exchange in
            let messages = result["messages"]?.arrayValue ?? []
            let fault =
                messages.isEmpty
                ? "no messages"
                : messages.lazy.compactMap { message -> String? in
                    guard ["user", "assistant"].contains(message["role"]?.stringValue) else {
                        return "role \(message["role"]?.text() ?? "left out")"
                    }
                    let content = message["content"] ?? .null
                    return ContentTypes.fault(in: content, record.revision) ?? BinaryContent.fault(in: content)
                }
                .first
            return fault.map {
                .failed(expected: "messages of user and assistant", actual: $0, message: exchange.answer?.excerpt)
            } ?? .passed
        }
    }

    static let promptUnknown = Check(
        "PROMPT-UNKNOWN",
        "An unknown prompt is refused with -32602",
        requirement: "A prompt that does not exist is answered with the error -32602.",
        reason: "A user who misspelt a name must learn that it was the name.",
        method: "prompts/get of a name of our invention.",
        twin: "A server that answers with no messages.",
        rules: [.always(.should, .specification("server/prompts#error-handling"))],
        steps: [.unknownPrompt]
    ) { record in
        record.invalidParams(.unknownPrompt)
    }

    static let promptArguments = Check(
        "PROMPT-ARGUMENTS",
        "A prompt without its arguments is refused",
        requirement: "A prompt that is asked for without an argument that it needs is answered with the error -32602.",
        reason: "A text with holes in it is taken by the model for the whole.",
        method: "prompts/get, without arguments, of the first prompt that needs some.",
        twin: "A server that fills in nothing and says nothing.",
        rules: [.always(.should, .specification("server/prompts#error-handling"))],
        steps: [.listPrompts, .barePrompt]
    ) { record in
        record.invalidParams(.barePrompt)
    }
}

extension SessionRecord {
    /// Judges that a step is answered with the error for wrong parameters.
    func invalidParams(_ step: Step) -> Verdict {
        feature(step) { exchange in
            exchange.errorCode == -32602
                ? .passed
                : .failed(expected: "error -32602", actual: exchange.summary, message: exchange.answer?.excerpt)
        }
    }
}
