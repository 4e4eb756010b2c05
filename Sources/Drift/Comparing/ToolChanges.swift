import JSON

/// What has changed from one definition of a tool to the other.
enum ToolChanges {
    static func between(_ old: ListedTool, _ new: ListedTool) -> [DriftFinding] {
        switch (old.knowledge, new.knowledge) {
        case (.definition(let before), .definition(let after)):
            return before == after ? [] : definitions(old.name, before, after)
        case (.facts(let before), .facts(let after)):
            return facts(old.name, before, after)
        case (.facts(let before), .definition(let after)):
            return facts(old.name, before, ArgumentFacts(definition: after))
        case (.definition(let before), .facts(let after)):
            return facts(old.name, ArgumentFacts(definition: before), after)
        }
    }

    // MARK: What servers said

    private static func definitions(_ name: String, _ old: JSONValue, _ new: JSONValue) -> [DriftFinding] {
        let (oldInput, newInput) = (old["inputSchema"] ?? [:], new["inputSchema"] ?? [:])
        var findings = SchemaDrift.input.findings(name, oldInput, newInput)
        switch (old["outputSchema"], new["outputSchema"]) {
        case (let old?, let new?): findings += SchemaDrift.output.findings(name, old, new)
        case (nil, _?): findings.append(DriftFinding(.outputNarrowed, name, "an output schema was added"))
        case (_?, nil): findings.append(DriftFinding(.outputWidened, name, "the output schema is gone"))
        case (nil, nil): break
        }
        var texts = ["title", "description"].compactMap { key in
            old[key] == new[key] ? nil : Wordings.change(old[key], new[key], at: JSONPointer(tokens: [key]))
        }
        var hints = HintDrift.between(old, new)
        for (key, before, after) in [
            ("inputSchema", oldInput, newInput),
            ("outputSchema", old["outputSchema"] ?? [:], new["outputSchema"] ?? [:]),
        ] where before != after {
            let notes = SchemaNotes(before).changes(to: SchemaNotes(after), below: key)
            texts += notes.texts
            hints.changes += notes.values
        }
        if !texts.isEmpty { findings.append(DriftFinding(.descriptionChanged, name, changes: texts)) }
        if !hints.changes.isEmpty {
            findings.append(
                DriftFinding(.annotationChanged, name, changes: hints.changes, isBreaking: hints.isBreaking)
            )
        }
        return findings
    }

    // MARK: What somebody wrote down

    private static func facts(_ name: String, _ old: ArgumentFacts, _ new: ArgumentFacts) -> [DriftFinding] {
        var narrowed: [String] = []
        var widened: [String] = []
        if let before = old.required, let after = new.required {
            narrowed += after.subtracting(before).sorted().map { "required property \"\($0)\" added" }
            let dropped = before.subtracting(after).sorted()
            widened += dropped.filter { new.names?.contains($0) ?? true }.map {
                "property \"\($0)\" no longer required"
            }
        }
        if let before = old.names, let after = new.names {
            narrowed += before.subtracting(after).sorted().map { "property \"\($0)\" removed" }
            let required = new.required ?? []
            widened += after.subtracting(before).subtracting(required).sorted().map { "property \"\($0)\" added" }
        }
        let place = JSONPointer(tokens: ["inputSchema"])
        var findings: [DriftFinding] = []
        for (kind, changes) in [(DriftClass.inputNarrowed, narrowed), (.inputWidened, widened)] where !changes.isEmpty {
            findings.append(DriftFinding(kind, name, changes: changes.map { .init($0, at: place) }))
        }
        if let before = old.isReadOnly, let after = new.isReadOnly, before != after {
            let what = before ? "it was read-only, and no longer says so" : "it says that it is read-only now"
            findings.append(DriftFinding(.annotationChanged, name, what, isBreaking: before))
        }
        return findings
    }
}
