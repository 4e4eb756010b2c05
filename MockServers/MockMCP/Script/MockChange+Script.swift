import JSON
import Wording

extension MockChange {
    private static let moments = ["afterCalls", "afterListings", "afterTime"]

    /// Reads a change with exactly one moment; notes what is wrong and gives nil otherwise.
    init?(_ value: JSONValue, at path: String, _ findings: ScriptReader.Findings) {
        let reader = ScriptReader(value, at: path, knowing: Self.moments + ["add", "remove"], findings)
        let present = Self.moments.filter(reader.has)
        let added = MockTool.list("add", in: reader)
        let removed = reader.elements("remove").compactMap { value, path -> String? in
            guard let name = value.stringValue else {
                findings.add(path, "is \(ScriptReader.kind(of: value)): write the name of a tool")
                return nil
            }
            return name
        }
        guard present.count == 1 else {
            if value.objectValue != nil {
                findings.add(path, "has \(present.count) moments: give one of \(Self.moments.joined(separator: ", "))")
            }
            return nil
        }
        let moment =
            reader.count("afterCalls", 1...1_000_000).map(Moment.calls)
            ?? reader.count("afterListings", 1...1_000_000).map(Moment.listings)
            ?? reader.duration("afterTime").map(Moment.time)
        guard let moment else { return nil }
        self.init(after: moment, adding: added, removing: removed)
    }

    /// As it stands in a script.
    var script: JSONValue {
        var object: JSONObject = [:]
        switch moment {
        case .calls(let count): object["afterCalls"] = .number(JSONNumber(count))
        case .listings(let count): object["afterListings"] = .number(JSONNumber(count))
        case .time(let time): object["afterTime"] = .string(time.written)
        }
        object["add"] = added.isEmpty ? nil : .array(added.map(\.script))
        object["remove"] = removed.isEmpty ? nil : .array(removed.map { .string($0) })
        return .object(object)
    }
}
