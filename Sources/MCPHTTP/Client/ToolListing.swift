import JSON
import MCP

/// What an answer to `tools/list` means for later calls over HTTP, and which tools must not be shown.
struct ToolListing: Sendable {
    /// A tool that was left out of a listing, and why.
    struct Rejection: Sendable, Hashable {
        let tool: String
        let error: ToolHeaderError
    }

    /// The annotations of the usable tools that have some.
    private(set) var headers: [String: ToolHeaders] = [:]
    /// The names of all usable tools.
    private(set) var names: Set<String> = []
    private(set) var rejections: [Rejection] = []
    /// The result without the rejected tools; nil when all are usable.
    private(set) var rewritten: JSONObject?

    /// Reads a result; whatever has not the shape of a listing is left to others to complain about.
    init(result: JSONValue) {
        guard let object = result.objectValue, let tools = object["tools"]?.arrayValue else { return }
        var usable: [JSONValue] = []
        for tool in tools {
            guard let name = tool["name"]?.stringValue, let schema = tool["inputSchema"] else {
                usable.append(tool)
                continue
            }
            do throws(ToolHeaderError) {
                let found = try ToolHeaders(inputSchema: schema)
                names.insert(name)
                if !found.headers.isEmpty { headers[name] = found }
                usable.append(tool)
            } catch {
                rejections.append(Rejection(tool: name, error: error))
            }
        }
        guard !rejections.isEmpty else { return }
        var copy = object
        copy["tools"] = .array(usable)
        rewritten = copy
    }
}
