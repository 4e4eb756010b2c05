/// Which tools a line of a policy is about: `tool`, or `integration/tool`, with `*` for any characters and `?` for one.
package struct ToolPattern: Sendable, Hashable, ExpressibleByStringLiteral {
    /// As it is written.
    package let text: String

    private let integration: [Character]
    private let tool: [Character]

    /// Reads a pattern; without a slash it is about the tools of every integration.
    package init(_ text: String) {
        self.text = text
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        integration = parts.count == 2 ? Array(parts[0]) : ["*"]
        tool = Array(parts.last ?? "")
    }

    package init(stringLiteral value: String) { self.init(value) }

    /// Whether the tool is meant, by the names that it has at its integration.
    package func matches(_ origin: ToolOrigin) -> Bool {
        Self.matches(integration, Array(origin.integration)) && Self.matches(tool, Array(origin.name))
    }

    /// Goes back to the last star only, so that no pattern takes long.
    private static func matches(_ pattern: [Character], _ name: [Character]) -> Bool {
        var (place, read) = (0, 0)
        var star: (place: Int, read: Int)?
        while read < name.count {
            if place < pattern.count, pattern[place] == "*" {
                star = (place, read)
                place += 1
            } else if place < pattern.count, pattern[place] == name[read] || pattern[place] == "?" {
                place += 1
                read += 1
            } else if let last = star {
                star = (last.place, last.read + 1)
                (place, read) = (last.place + 1, last.read + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}
