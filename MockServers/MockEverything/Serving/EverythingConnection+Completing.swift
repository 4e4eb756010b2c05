import JSON
import MCP
import MCPConnection

extension EverythingConnection {
    /// Completes an argument of a prompt, or a variable of a resource template.
    func complete(_ call: ServerCall) throws(ErrorObject) -> Members {
        let params = call.context.params
        guard let name = params["argument"]?["name"]?.stringValue, let value = params["argument"]?["value"]?.stringValue
        else {
            throw .invalidParams("argument needs a name and a value, both strings")
        }
        let candidates = try candidates(params["ref"], argument: name, revision: call.context.revision)
        let fitting = candidates.filter { $0.hasPrefix(value) }
        return [
            "completion": [
                "values": .array(fitting.prefix(100).map { .string($0) }),
                "total": .number(JSONNumber(fitting.count)),
                "hasMore": .bool(fitting.count > 100),
            ]
        ]
    }

    private func candidates(
        _ reference: JSONValue?,
        argument: String,
        revision: ProtocolRevision
    ) throws(ErrorObject) -> [String] {
        switch reference?["type"] {
        case "ref/prompt":
            let name = reference?["name"]?.stringValue
            guard let prompt = PromptFixture.all.first(where: { $0.name == name && revision >= $0.since }) else {
                throw .invalidParams("ref names no prompt")
            }
            guard let found = prompt.arguments.first(where: { $0.name == argument }) else {
                throw .invalidParams("the prompt \(prompt.name) has no argument \(argument)")
            }
            return found.candidates
        case "ref/resource":
            guard reference?["uri"]?.stringValue == ResourceTemplate.data.uriTemplate else {
                throw .invalidParams("ref names no resource template")
            }
            guard argument == "id" else { throw .invalidParams("the template has no variable \(argument)") }
            return ["1", "12", "123"]
        default:
            throw .invalidParams("ref is neither ref/prompt nor ref/resource")
        }
    }
}
