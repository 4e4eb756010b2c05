import JSON
import Registry

extension LintRule {
    /// A list of arguments becomes a schema, in which each has one place.
    static let toolArguments = LintRule("REG-TOOL-ARGUMENTS", "Every argument of a tool is named once.") { subject in
        subject.toolLists.flatMap { tools, place in
            tools.enumerated().flatMap { index, tool in
                var seen: Set<String> = []
                let all = [("required", tool.required ?? []), ("optional", tool.optional ?? [])]
                return all.flatMap { key, names in
                    names.enumerated().filter { !seen.insert($0.element).inserted }.map {
                        EntryFault(
                            place.appending(index).appending(key).appending($0.offset),
                            "is \"\($0.element)\" a second time",
                            fix: "name each argument once, as required or optional"
                        )
                    }
                }
            }
        }
    }
}
