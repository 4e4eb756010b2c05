import JSON
import MCP

extension Check {
    static let stableTools = Check(
        "TOOLS-STABLE-SET",
        "Two listings have the same tools",
        requirement: """
            The tools and their definitions do not change from one listing to the next, unless the server announced \
            a change; calls on the same connection do not change them.
            """,
        reason: "Users approve tools by their definition; one that changes by itself was never approved.",
        method: "The list is fetched twice, with calls between, and compared tool by tool.",
        twin: "A server that adds a tool, or changes a description, after the first call.",
        rules: [
            .legacy(.should, .house),
            .modern(.must, .specification("server/tools#capabilities")),
        ],
        steps: [.firstListing, .secondListing]
    ) { record in
        record.listing(.firstListing) { first in
            record.listing(.secondListing) { second in
                guard !record.announcesChangedTools else {
                    return .notApplicable("the server announced a change of its tools in between")
                }
                return firstDifference(first.tools, second.tools).map { .failed($0) } ?? .passed
            }
        }
    }

    static let stableOrder = Check(
        "TOOLS-STABLE-ORDER",
        "Two listings have the same order",
        requirement: "As long as the tools are the same, they are listed in the same order.",
        reason: "The list goes into the prompt of a model: another order makes every cache of it worthless.",
        method: "The list is fetched twice and the names are compared in order.",
        twin: "A server that lists from an unordered set.",
        rules: [
            .legacy(.should, .house),
            .modern(.should, .specification("server/tools#capabilities")),
        ],
        steps: [.firstListing, .secondListing]
    ) { record in
        record.listing(.firstListing) { first in
            record.listing(.secondListing) { second in
                guard first.names.sorted() == second.names.sorted() else {
                    return .notApplicable("the two listings have different tools")
                }
                return first.names == second.names
                    ? .passed
                    : .failed(
                        expected: "the order of the first listing: \(first.names.joined(separator: ", "))",
                        actual: second.names.joined(separator: ", ")
                    )
            }
        }
    }

    private static func firstDifference(_ first: [JSONValue], _ second: [JSONValue]) -> Finding? {
        let before = byName(first)
        let after = byName(second)
        if let gone = before.keys.sorted().first(where: { after[$0] == nil }) {
            return Finding(expected: "the tool \"\(gone)\" in both listings", actual: "it is only in the first")
        }
        if let new = after.keys.sorted().first(where: { before[$0] == nil }) {
            return Finding(expected: "the tool \"\(new)\" in both listings", actual: "it is only in the second")
        }
        for name in before.keys.sorted() where before[name] != after[name] {
            return Finding(
                expected: "the same definition of \"\(name)\": \(before[name]?.text() ?? "")",
                actual: after[name]?.text() ?? "",
                message: nil
            )
        }
        return nil
    }

    private static func byName(_ tools: [JSONValue]) -> [String: JSONValue] {
        Dictionary(tools.map { ($0["name"]?.stringValue ?? "", $0) }) { first, _ in first }
    }
}

extension SessionRecord {
    fileprivate var announcesChangedTools: Bool {
        serverMessages.contains { $0.method == "notifications/tools/list_changed" }
    }
}
