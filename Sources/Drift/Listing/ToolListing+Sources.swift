package import Fixtures
import JSON
package import Registry

extension ToolListing {
    /// The tools of the last listing that was recorded; nil where none was.
    package init?(_ fixture: Fixture) {
        let listings = CueBook(fixture).cues.filter { $0.id != nil && $0.form.method == "tools/list" }
        guard let first = listings.lastIndex(where: { $0.form.params["cursor"] == nil }) else { return nil }
        let results = listings[first...].map { $0.answer?["result"] }
        let pages = results.compactMap { $0?["tools"]?.arrayValue }
        guard !pages.isEmpty else { return nil }
        let isWhole = pages.count == results.count && results.last??["nextCursor"] == nil
        self.init(definitions: pages.flatMap { $0 }, gap: isWhole ? nil : "the recording lacks pages of the list")
    }

    /// The tools that an entry says a server has, as far as they can be in a list.
    package init(_ integration: Integration, server: IntegrationServer) {
        let off = Set(integration.toolsets(of: server).filter { !$0.isOnByDefault }.map(\.name))
        let tools = integration.tools(of: server).filter { $0.via == nil }.map { tool in
            ListedTool(
                tool.name,
                facts: ArgumentFacts(
                    required: tool.required.map { Set($0) },
                    optional: tool.optional.map { Set($0) },
                    isReadOnly: tool.isReadOnly
                ),
                scopes: Set(tool.scopes),
                leaveOff: tool.toolset.flatMap { off.contains($0) ? "the toolset \($0) is off by default" : nil }
            )
        }
        let isWhole = integration.hasAllTools(of: server)
        self.init(tools, gap: isWhole ? nil : "the entry does not claim to name every tool", hasOrder: false)
    }

    /// The tools that were pinned.
    package init(_ pins: ToolLock.Server) {
        self.init(definitions: pins.tools.map(\.definition), scopes: pins.scopes.map { Set($0) }, hasOrder: false)
    }
}
