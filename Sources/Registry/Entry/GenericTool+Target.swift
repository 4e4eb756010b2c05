package import JSON

extension GenericTool {
    /// Which tool a call of this one calls in truth; nil when its arguments do not follow the pattern.
    package func target(of arguments: JSONObject) -> String? {
        for (key, pattern) in call {
            guard let pattern = pattern.stringValue, let written = arguments[key]?.stringValue else { continue }
            if let name = Self.tool(in: written, by: pattern) { return name }
        }
        return nil
    }

    /// The text that stands where the pattern has `${tool}`: up to the next character of the pattern, or to the end.
    private static func tool(in text: String, by pattern: String) -> String? {
        guard let before = pattern.firstRange(of: "${tool}"), text.hasPrefix(pattern[..<before.lowerBound]) else {
            return nil
        }
        let rest = text.dropFirst(pattern[..<before.lowerBound].count)
        let after = pattern[before.upperBound...]
        let end = after.first.flatMap { rest.firstIndex(of: $0) } ?? rest.endIndex
        let name = rest[..<end]
        return name.isEmpty ? nil : String(name)
    }
}
