import JSON

/// What a tool says about itself beside its schemas: a promise that it no longer makes breaks who relied on it.
enum HintDrift {
    /// A hint with the specification's value for where it is absent, and the value that promises something.
    private static let hints: [(name: String, usual: Bool, promise: Bool)] = [
        ("readOnlyHint", false, true), ("destructiveHint", true, false), ("idempotentHint", false, true),
        ("openWorldHint", true, false),
    ]

    static func between(_ old: JSONValue, _ new: JSONValue) -> (changes: [DriftFinding.Change], isBreaking: Bool) {
        var changes: [DriftFinding.Change] = []
        var isBreaking = false
        let (before, after) = (old["annotations"] ?? [:], new["annotations"] ?? [:])
        for hint in hints {
            let was = before[hint.name]?.boolValue ?? hint.usual
            let isNow = after[hint.name]?.boolValue ?? hint.usual
            guard was != isNow else { continue }
            if was == hint.promise { isBreaking = true }
            changes.append(.init("\(was) → \(isNow)", at: JSONPointer(tokens: ["annotations", hint.name])))
        }
        for difference in others(before).differences(to: others(after)) {
            changes.append(change(difference, below: ["annotations"]))
        }
        let (mode, newMode) = (taskSupport(old), taskSupport(new))
        if mode != newMode {
            // Whoever called it as a task cannot any more, or whoever did not has to.
            if newMode == "required" || mode != "forbidden" && newMode == "forbidden" { isBreaking = true }
            changes.append(.init("\(mode) → \(newMode)", at: JSONPointer(tokens: ["execution", "taskSupport"])))
        }
        return (changes, isBreaking)
    }

    private static func taskSupport(_ tool: JSONValue) -> String {
        tool["execution"]?["taskSupport"]?.stringValue ?? "forbidden"
    }

    private static func others(_ annotations: JSONValue) -> JSONValue {
        guard case .object(var object) = annotations else { return annotations }
        for hint in hints { object[hint.name] = nil }
        return .object(object)
    }

    private static func change(_ difference: JSONDifference, below tokens: [String]) -> DriftFinding.Change {
        let place = JSONPointer(tokens: tokens + difference.path.tokens)
        switch difference.change {
        case .added(let value): return Wordings.change(nil, value, at: place)
        case .removed(let value): return Wordings.change(value, nil, at: place)
        case .changed(let old, let new): return Wordings.change(old, new, at: place)
        }
    }
}
