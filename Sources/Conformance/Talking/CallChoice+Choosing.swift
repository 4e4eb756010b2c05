import JSON
import JSONSchema
import Wording

extension CallChoice {
    private static let advice = "name a tool that may be called with --call TOOL --arguments JSON"

    /// The tool that the user named, else the first that says it is read-only and needs no arguments.
    static func choosing(from listing: Listing, _ request: CallRequest?) -> CallChoice {
        guard let request else {
            let free = listing.tools.filter(\.needsNoArguments)
            let tool = free.first(where: \.isReadOnlyTool) ?? free.first { $0["name"] == .string(Fixtures.harmless) }
            return tool.map { .tool(definition: $0, arguments: [:]) }
                ?? .none("no tool says readOnlyHint and needs no arguments: \(advice)")
        }
        let named = listing.tools.first { $0["name"]?.stringValue == request.tool }
        guard let named else {
            let hint = NearestName.of(request.tool, among: listing.names).map { ", did you mean \"\($0)\"?" } ?? ""
            return .none("--call: no tool is called \"\(request.tool)\"\(hint)")
        }
        let arguments = JSONValue.object(request.arguments)
        // A schema that is none is the business of another check.
        let schema = named["inputSchema"].flatMap { try? JSONSchema($0) }
        if let violation = schema?.validate(arguments).first {
            return .none("--arguments do not fit the tool \"\(request.tool)\": \(violation)")
        }
        return .tool(definition: named, arguments: arguments)
    }
}

extension JSONValue {
    /// Whether a tool says that it changes nothing.
    var isReadOnlyTool: Bool {
        self["annotations"]?["readOnlyHint"]?.boolValue == true
    }

    fileprivate var needsNoArguments: Bool {
        guard (self["inputSchema"]?["required"]?.arrayValue ?? []).isEmpty, let schema = self["inputSchema"] else {
            return false
        }
        // A schema that is none is the business of another check, and cannot say that arguments are needed.
        return (try? JSONSchema(schema))?.isValid([:]) ?? true
    }
}
