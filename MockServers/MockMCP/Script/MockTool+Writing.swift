import JSON
import MCP
import Wording

extension MockTool {
    /// As it stands in a script.
    var script: JSONValue {
        var object: JSONObject = ["name": .string(name)]
        object["title"] = title.map { .string($0) }
        object["description"] = summary.map { .string($0) }
        object["inputSchema"] = .object(inputSchema)
        object["outputSchema"] = outputSchema.map { .object($0) }
        object["annotations"] = annotations?.json
        object["delay"] = delay == .zero ? nil : .string(delay.written)
        object["progress"] = progressSteps == 0 ? nil : .number(JSONNumber(progressSteps))
        object["answer"] = answer.script
        return .object(object)
    }
}
