import JSON
import Registry

extension LintRule {
    /// A mock plays reactions as they are written.
    static let reaction = LintRule(
        "REG-REACTION",
        "A reaction has what its form needs and can happen there."
    ) { subject in
        subject.servers.flatMap { item in
            ReactionCause.allCases.flatMap { cause -> [EntryFault] in
                let reactions = item.server.reactions[cause] ?? []
                let place = item.place.appending("reactions").appending(cause.rawValue)
                return reactions.enumerated().flatMap { index, reaction in
                    let place = reactions.count == 1 ? place : place.appending(index)
                    return faults(of: reaction, item, place)
                }
            }
        }
    }

    private static func faults(
        of reaction: Reaction,
        _ item: LintSubject.Server,
        _ place: JSONPointer
    ) -> [EntryFault] {
        let isProcess = item.server.transport == .stdio
        var faults: [EntryFault] = []
        func add(_ key: String, _ fault: String, _ fix: String) {
            faults.append(EntryFault(place.appending(key), fault, fix: fix))
        }
        switch reaction.how {
        case .exit where !isProcess: add("how", "is exit, but there is no process", "say what the server answers")
        case .http where isProcess: add("how", "is http, but there is only a process", "say what the process does")
        case .http where reaction.status == nil: add("status", "is missing", "give the HTTP status")
        case .isError where reaction.when != .call, .result where reaction.when != .call:
            add("when", "is \(reaction.when.rawValue)", "a tool's result comes at call")
        default: break
        }
        let strangers = [
            ("exitCode", reaction.exitCode != nil, Reaction.Shape.exit), ("code", reaction.code != nil, .jsonrpc),
            ("status", reaction.status != nil, .http), ("headers", !reaction.headers.isEmpty, .http),
        ]
        for (key, isGiven, shape) in strangers where isGiven && reaction.how != shape {
            add(key, "has no meaning", "only \(shape.rawValue) has it")
        }
        let names = Set(item.tools.map(\.name))
        for (index, tool) in reaction.tools.enumerated() where !names.contains(tool) {
            faults.append(
                EntryFault(
                    place.appending("tools").appending(index),
                    "is \"\(tool)\", which the server does not have",
                    fix: "name one of its tools"
                )
            )
        }
        return faults
    }
}
