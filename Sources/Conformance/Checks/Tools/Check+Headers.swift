import JSON
import MCP
import MCPHTTP

extension Check {
    static let toolHeaders = Check(
        "TOOLS-HEADERS",
        "Header annotations are ones that a client can follow",
        requirement: """
            An x-mcp-header is the name of a header, unique in its tool, on a property of text, integer or boolean \
            that is reached from the root by properties alone.
            """,
        reason: "A client has to leave out a tool whose annotations it cannot follow.",
        method: "The annotations of all listed tools are read.",
        twin: "A server that annotates a property with a name that has a space inside.",
        rules: [.modern(.must, .specification("basic/transports/streamable-http#schema-extension"))],
        steps: [.firstListing]
    ) { record in
        // Over HTTP the list has lost such tools on its way to us: what was sent still has them.
        let sent = record.turns.filter { $0.rpcMethod == "tools/list" }.compactMap(\.result)
        let raw = sent.flatMap { $0["tools"]?.arrayValue ?? [] }
        return record.listing(.firstListing) { listing in
            for tool in raw.isEmpty ? listing.tools : raw {
                do throws(ToolHeaderError) {
                    _ = try ToolHeaders(inputSchema: tool["inputSchema"] ?? .null)
                } catch {
                    return .failed(
                        expected: "annotations that a client can follow",
                        actual: "tool \(tool["name"]?.text() ?? "without a name"): \(error)",
                        message: Excerpt(tool.utf8())
                    )
                }
            }
            return .passed
        }
    }
}
