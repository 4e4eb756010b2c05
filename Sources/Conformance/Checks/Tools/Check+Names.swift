import JSON
import MCP

extension Check {
    static let toolNames = Check(
        "TOOLS-NAMES",
        "Tool names can be used everywhere",
        requirement: "A tool name has 1 to 128 characters: ASCII letters, digits, underscore, hyphen and dot.",
        reason: "Models and clients address tools by these names and refuse, or rewrite, others.",
        method: "Every name of the list is looked at. Before 2025-11-25 this was usage, not a rule.",
        twin: "A server with a tool called \"get weather!\".",
        rules: [
            CheckRule(ProtocolRevision.november2024...ProtocolRevision.june2025, .should, .house),
            CheckRule(
                ProtocolRevision.november2025...ProtocolRevision.november2025,
                .should,
                .specification("server/tools#tool-names")
            ),
            .modern(.should, .specification("server/tools#tool-names")),
        ],
        steps: [.firstListing]
    ) { record in
        record.eachTool { tool in
            guard let name = tool.definition["name"]?.stringValue else {
                return .failed(
                    expected: "a name that is text",
                    actual: tool.definition["name"]?.text() ?? "no name",
                    message: tool.excerpt
                )
            }
            let isPlain = name.utf8.allSatisfy(isNameByte)
            guard (1...128).contains(name.utf8.count), isPlain else {
                return .failed(
                    expected: "1 to 128 of A-Z, a-z, 0-9, _, - and .",
                    actual: isPlain ? "\(name.utf8.count) characters" : JSONValue.string(name).text(),
                    message: tool.excerpt
                )
            }
            return .passed
        }
    }

    static let uniqueToolNames = Check(
        "TOOLS-UNIQUE-NAMES",
        "No two tools have the same name",
        requirement: "Each tool is identified by its name, so that a name occurs once in the list.",
        reason: "Of two tools with one name, one cannot be called, and nobody knows which.",
        method: "The names of all pages are counted.",
        twin: "A server that lists a tool twice.",
        rules: [
            CheckRule(
                ProtocolRevision.november2024...ProtocolRevision.june2025,
                .should,
                .specification("server/tools")
            ),
            CheckRule(
                ProtocolRevision.november2025...ProtocolRevision.november2025,
                .should,
                .specification("server/tools#tool-names")
            ),
            .modern(.should, .specification("server/tools#tool-names")),
        ],
        steps: [.firstListing]
    ) { record in
        record.listing(.firstListing) { listing in
            var seen: Set<String> = []
            guard case .complete = listing.end else {
                return .incomplete("the list has no end, so that names must come again")
            }
            let twice = listing.listedTools.first { tool in
                tool.definition["name"]?.stringValue.map { !seen.insert($0).inserted } ?? false
            }
            return twice.map {
                .failed(expected: "each name once", actual: "\($0.label) again", message: $0.excerpt)
            } ?? .passed
        }
    }

    static let toolDescriptions = Check(
        "TOOLS-DESCRIBED",
        "Every tool says what it does",
        requirement: "Each tool has a description; the specification leaves it optional.",
        reason: "The description is all that a model knows when it chooses a tool.",
        method: "The description of every tool is read; it must be text that is not empty.",
        twin: "A server with a tool without a description.",
        rules: [.always(.should, .specification("server/tools#tool"))],
        steps: [.firstListing]
    ) { record in
        record.eachTool { tool in
            let text = tool.definition["description"]?.stringValue ?? ""
            return text.contains { !$0.isWhitespace }
                ? .passed
                : .failed(
                    expected: "a description of \(tool.label)",
                    actual: tool.definition["description"]?.text() ?? "none",
                    message: tool.excerpt
                )
        }
    }

    static let toolAnnotations = Check(
        "TOOLS-ANNOTATIONS",
        "Annotations have the types that are defined",
        requirement:
            "title is text; readOnlyHint, destructiveHint, idempotentHint and openWorldHint are true or false.",
        reason: "Clients decide by these hints whether to ask the user; \"true\" in quotes is no hint.",
        method: "The annotations of every tool are read.",
        twin: "A server with readOnlyHint: \"yes\".",
        rules: [
            CheckRule(
                ProtocolRevision.march2025...ProtocolRevision.november2025,
                .must,
                .specification("server/tools#tool")
            ),
            .modern(.must, .specification("server/tools#tool")),
        ],
        steps: [.firstListing]
    ) { record in
        record.eachTool { tool in
            guard let annotations = tool.definition["annotations"] else {
                return .passed
            }
            guard let members = annotations.objectValue else {
                return .failed(expected: "an object", actual: annotations.text(), message: tool.excerpt)
            }
            let hints = ["readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"]
            let wrong = members.first { key, value in
                hints.contains(key) && value.boolValue == nil || key == "title" && value.stringValue == nil
            }
            return wrong.map {
                .failed(
                    expected: "\($0.key) as \($0.key == "title" ? "text" : "true or false")",
                    actual: $0.value.text(),
                    message: tool.excerpt
                )
            } ?? .passed
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "_-.".utf8.contains(byte)
        }
    }
}
