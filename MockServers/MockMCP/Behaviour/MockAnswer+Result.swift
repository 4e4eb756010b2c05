import JSON
import MCP

extension MockAnswer {
    /// The answer to a call with these arguments, as one revision says it.
    func answer(to arguments: JSONObject, in revision: ProtocolRevision) -> Result<JSONObject, ErrorObject> {
        switch self {
        case .text(let template):
            return .success(CallToolResult(content: [.text(Template.text(template, arguments))]).json)
        case .structured(let template):
            let value = Template.value(template, arguments)
            // Structured content came with 2025-06-18; the text is for all clients.
            return .success(
                CallToolResult(
                    content: [.text(value.text())],
                    structuredContent: revision >= .june2025 ? value : JSONValue?.none
                ).json
            )
        case .result(let template):
            return .success(Template.value(.object(template), arguments).objectValue ?? [:])
        case .failure(let template):
            return .success(CallToolResult(content: [.text(Template.text(template, arguments))], isError: true).json)
        case .error(let code, let message, let data):
            return .failure(
                ErrorObject(
                    ErrorCode(rawValue: Int64(code)),
                    Template.text(message, arguments),
                    data: data.map { Template.value($0, arguments) }
                )
            )
        case .computed(let function):
            return function(arguments).answer(to: arguments, in: revision)
        }
    }
}
