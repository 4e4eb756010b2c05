import JSON
import JSONSchema
import MCP

extension Check {
    static let callAnswered = Check(
        "CALL-ANSWERED",
        "A valid call is answered with a result",
        requirement: """
            A call of a listed tool with arguments that fit its schema has a result; what goes wrong inside the tool \
            is told in the result, with isError.
            """,
        reason: "A protocol error does not reach the model, which could have tried something else.",
        method: """
            One tool is called: the one named with --call, else the first that says readOnlyHint and needs no \
            arguments. Nothing else is ever called.
            """,
        twin: "A server that answers a sound call with -32603.",
        rules: [.always(.must, .specification("server/tools#calling-tools"))],
        steps: [.firstListing, .call]
    ) { record in
        record.toolExchange(.call) { exchange in
            guard case .result = exchange.outcome else {
                return .failed(
                    expected: "a result of \(record.choice.name ?? "the tool")",
                    actual: exchange.summary,
                    message: exchange.answer?.excerpt
                )
            }
            return .passed
        }
    }

    static let callContent = Check(
        "CALL-CONTENT",
        "The result of a call has content that the revision knows",
        requirement: """
            content is an array of blocks; each has a type of the agreed revision (audio since 2025-03-26, \
            resource_link since 2025-06-18) and the members of that type.
            """,
        reason: "Content of an unknown type is dropped by clients, and the model sees nothing.",
        method: "The result of the call is read block by block.",
        twin: "A server that answers with content as a string, or with a block of type \"html\".",
        rules: [.always(.must, .specification("server/tools#tool-result"))],
        steps: [.firstListing, .call]
    ) { record in
        record.callResult { result, exchange in
            guard let blocks = result["content"]?.arrayValue else {
                return .failed(
                    expected: "the array content",
                    actual: result["content"]?.text() ?? "no content",
                    message: exchange.answer?.excerpt
                )
            }
            let wrong = blocks.lazy.compactMap { ContentTypes.fault(in: $0, record.revision) }.first
            return wrong.map {
                .failed(
                    expected: "content of revision \(record.revision)",
                    actual: $0,
                    message: exchange.answer?.excerpt
                )
            } ?? .passed
        }
    }

    static let callStructured = Check(
        "CALL-STRUCTURED",
        "structuredContent matches the outputSchema",
        requirement: "A tool with an outputSchema returns structuredContent that is valid by it, unless it failed.",
        reason: "Programs read structuredContent; what does not match breaks them far from its cause.",
        method: "The result of the call is held against the outputSchema of the tool, where it has one.",
        twin: "A server that leaves out a required member of its structuredContent.",
        rules: [
            CheckRule(
                ProtocolRevision.june2025...ProtocolRevision.november2025,
                .must,
                .specification("server/tools#output-schema")
            ),
            .modern(.must, .specification("server/tools#output-schema")),
        ],
        steps: [.firstListing, .call]
    ) { record in
        record.callResult { result, exchange in
            guard case .tool(let definition, _) = record.choice, let source = definition["outputSchema"] else {
                return .notApplicable("the tool that was called has no outputSchema")
            }
            guard result["isError"]?.boolValue != true else {
                return .notApplicable("the call failed with isError")
            }
            guard let content = result["structuredContent"] else {
                return .failed(
                    expected: "structuredContent",
                    actual: "a result without it",
                    message: exchange.answer?.excerpt
                )
            }
            guard let schema = try? JSONSchema(source) else {
                return .incomplete("the outputSchema is no valid schema: see TOOLS-OUTPUT-SCHEMA")
            }
            return schema.validate(content).first.map {
                .failed(
                    expected: "a value that fits the outputSchema",
                    actual: "\($0)",
                    message: exchange.answer?.excerpt
                )
            } ?? .passed
        }
    }

    static let callStructuredText = Check(
        "CALL-STRUCTURED-TEXT",
        "structuredContent comes as text too",
        requirement: "A result with structuredContent has the same value as JSON in a text block.",
        reason: "Clients of before 2025-06-18 see only the text.",
        method: "The text blocks of the result are read as JSON and compared with structuredContent.",
        twin: "A server whose text block only says \"done\".",
        rules: [
            CheckRule(
                ProtocolRevision.june2025...ProtocolRevision.november2025,
                .should,
                .specification("server/tools#structured-content")
            ),
            .modern(.should, .specification("server/tools#structured-content")),
        ],
        steps: [.firstListing, .call]
    ) { record in
        record.callResult { result, exchange in
            guard let structured = result["structuredContent"] else {
                return .notApplicable("the result has no structuredContent")
            }
            let texts = (result["content"]?.arrayValue ?? []).compactMap { $0["text"]?.stringValue }
            let isThere = texts.contains { text in
                // Text that is no JSON is simply not the value.
                (try? JSONValue(parsing: text)) == structured || structured.stringValue == text
            }
            return isThere
                ? .passed
                : .failed(
                    expected: "a text block with \(structured.text())",
                    actual: texts.isEmpty ? "no text" : texts.joined(separator: "\n"),
                    message: exchange.answer?.excerpt
                )
        }
    }
}

extension SessionRecord {
    /// Judges the result of the call; other ends of it are the business of `CALL-ANSWERED`.
    fileprivate func callResult(_ judge: (JSONValue, Exchange) -> Verdict) -> Verdict {
        toolExchange(.call) { exchange in
            guard case .result(let result) = exchange.outcome else {
                return .incomplete("the call had no result: \(exchange.summary)")
            }
            guard result["resultType"] != "input_required" else {
                return .notApplicable("the tool asked for input first")
            }
            return judge(result, exchange)
        }
    }
}
