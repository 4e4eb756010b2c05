import JSON

/// A tool with its place in the list and the line that brought it.
struct ListedTool {
    let definition: JSONValue
    let position: Int
    let line: WireLine?

    /// The name where there is one, otherwise the place.
    var label: String {
        definition["name"]?.stringValue.map { "tool \"\($0)\"" } ?? "tool number \(position + 1)"
    }

    /// The definition for a report: shorter than the line that carries the whole list.
    var excerpt: Excerpt {
        Excerpt(definition.utf8())
    }
}

extension Listing {
    var listedTools: [ListedTool] {
        var position = 0
        return pages.flatMap { page -> [ListedTool] in
            guard case .result(let result) = page.outcome else {
                return []
            }
            return (result["tools"]?.arrayValue ?? []).map { definition in
                defer { position += 1 }
                return ListedTool(definition: definition, position: position, line: page.answer)
            }
        }
    }

    var lastSummary: String {
        pages.last?.summary ?? "nothing"
    }
}

extension Exchange {
    /// Whether the answer is a result with an array of tools.
    var isPage: Bool {
        guard case .result(let result) = outcome else {
            return false
        }
        return result["tools"]?.arrayValue != nil
    }
}
