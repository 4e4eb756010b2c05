package import JSON
import MCP

extension CueBook {
    /// The revision that the conversation was held in; nil where the sides came to no agreement.
    package var revision: String? {
        let agreed = opening("initialize")?["protocolVersion"]?.stringValue
        guard agreed == nil, opening("server/discover") != nil else { return agreed }
        let spoken = cues.compactMap { $0.params?["_meta"]?[MetaKey.protocolVersion]?.stringValue }
        return spoken.last
    }

    /// What the server calls itself; nil where it never said.
    package var serverInfo: JSONValue? {
        if let info = opening("initialize")?["serverInfo"] { return info }
        let discovered = opening("server/discover")
        return discovered?["serverInfo"] ?? discovered?["_meta"]?[MetaKey.serverInfo]
    }

    /// Every tool that was listed, from all pages of the last listing.
    package var tools: [JSONValue]? {
        let listings = cues.filter { $0.id != nil && $0.form.method == "tools/list" }
        let firstPage = listings.lastIndex { $0.form.params["cursor"] == nil }
        let pages = firstPage.map { listings[$0...] } ?? []
        let results = pages.compactMap { $0.answer?["result"]?["tools"]?.arrayValue }
        return results.isEmpty ? nil : results.flatMap { $0 }
    }

    private func opening(_ method: String) -> JSONValue? {
        cues.last { $0.id != nil && $0.form.method == method && $0.answer?["result"] != nil }?.answer?["result"]
    }
}
