import JSON
import MCP

/// The result of a tool call in the form that a revision knows.
enum ToolAnswer {
    /// Where a program finds the outcome of a call that failed, in every revision.
    static let outcomeKey = "openwork/outcome"

    static func members(_ result: Result<SkillResult, SkillFailure>, in revision: ProtocolRevision) -> Members {
        switch result {
        case .success(let value):
            let content = value.content.filter { $0.since.map { revision >= $0 } ?? false }
            let structured = revision >= .june2025 ? value.structured.map { JSONValue.object($0) } : nil
            return Members(CallToolResult(content: content, structuredContent: structured).json)
        case .failure(let failure):
            let structured: JSONValue? = revision >= .june2025 ? .some(failure.json) : .none
            var members = Members(
                CallToolResult(content: [.text("\(failure)")], structuredContent: structured, isError: true).json
            )
            members["_meta"] = .value([outcomeKey: failure.json])
            return members
        }
    }
}
