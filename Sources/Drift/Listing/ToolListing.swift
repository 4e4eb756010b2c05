package import JSON

/// A list of tools with what has to be known of how it came about, so that no difference is seen where none is.
package struct ToolListing: Sendable, Hashable {
    /// The tools in their order; of several with one name the first.
    package var tools: [ListedTool]
    /// Why the list may lack tools, such as pages that were never fetched; nil when it is whole.
    package var gap: String?
    /// What the credential was allowed to do when the list was made; nil when nobody said.
    package var scopes: Set<String>?
    /// Whether the order means anything: not where the server shuffles, nor where somebody wrote the list down.
    package var hasOrder: Bool

    /// Collects tools.
    package init(_ tools: [ListedTool], gap: String? = nil, scopes: Set<String>? = nil, hasOrder: Bool = true) {
        var seen: Set<String> = []
        // A page that begins where the last one ended repeats tools; the list is the same.
        self.tools = tools.filter { seen.insert($0.name).inserted }
        self.gap = gap
        self.scopes = scopes
        self.hasOrder = hasOrder
    }

    /// The tools that a server listed; what has no name is no tool.
    package init(definitions: [JSONValue], gap: String? = nil, scopes: Set<String>? = nil, hasOrder: Bool = true) {
        self.init(definitions.compactMap(ListedTool.init), gap: gap, scopes: scopes, hasOrder: hasOrder)
    }

    /// The tool with this name.
    package subscript(_ name: String) -> ListedTool? { tools.first { $0.name == name } }
}
