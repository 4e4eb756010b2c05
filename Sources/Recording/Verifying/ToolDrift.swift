import JSON
import JSONSchema

/// Compares two lists of tools, by name.
enum ToolDrift {
    static func between(_ old: [JSONValue], _ new: [JSONValue]) -> [Drift] {
        let oldNames = old.compactMap(name)
        let newNames = new.compactMap(name)
        var drifts = oldNames.filter { !newNames.contains($0) }.map { Drift(.toolRemoved, $0, "") }
        drifts += newNames.filter { !oldNames.contains($0) }.map { Drift(.toolAdded, $0, "") }
        for tool in old {
            guard let name = name(tool), let other = new.first(where: { self.name($0) == name }) else { continue }
            drifts += changes(name, tool, other)
        }
        let common = newNames.filter { oldNames.contains($0) }
        if common != oldNames.filter({ newNames.contains($0) }) {
            drifts.append(Drift(.orderChanged, "tools/list", "now \(common.joined(separator: ", "))"))
        }
        return drifts
    }

    private static func name(_ tool: JSONValue) -> String? { tool["name"]?.stringValue }

    private static func changes(_ name: String, _ old: JSONValue, _ new: JSONValue) -> [Drift] {
        var drifts = schema(name, old["inputSchema"] ?? [:], new["inputSchema"] ?? [:], isInput: true)
        switch (old["outputSchema"], new["outputSchema"]) {
        case (let old?, let new?): drifts += schema(name, old, new, isInput: false)
        case (nil, _?): drifts.append(Drift(.outputNarrowed, name, "an output schema was added"))
        case (_?, nil): drifts.append(Drift(.outputWidened, name, "the output schema is gone"))
        case (nil, nil): break
        }
        for key in ["title", "description"] where old[key] != new[key] {
            drifts.append(Drift(.descriptionChanged, name, key))
        }
        if old["annotations"] ?? [:] != new["annotations"] ?? [:] {
            let differences = (old["annotations"] ?? [:]).differences(to: new["annotations"] ?? [:])
            drifts.append(Drift(.annotationChanged, name, differences.map(\.description).joined(separator: "; ")))
        }
        return drifts
    }

    private static func schema(_ name: String, _ old: JSONValue, _ new: JSONValue, isInput: Bool) -> [Drift] {
        let comparison = SchemaComparison.compare(old: old, new: new, reading: .mentionedMembersOnly)
        let narrowed: DriftClass = isInput ? .inputNarrowed : .outputNarrowed
        let widened: DriftClass = isInput ? .inputWidened : .outputWidened
        let detail = comparison.changes.map { change in
            change.path.text.isEmpty ? change.what : "\(change.path.text): \(change.what)"
        }.joined(separator: "; ")
        switch comparison.relation {
        case .equivalent: return []
        case .narrowed: return [Drift(narrowed, name, detail)]
        case .widened: return [Drift(widened, name, detail)]
        case .incomparable: return [Drift(narrowed, name, detail, isBreaking: true)]
        }
    }
}
