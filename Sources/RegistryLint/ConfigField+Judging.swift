import JSON
import JSONSchema
package import Registry

extension ConfigField {
    /// What is wrong with a configured value, to be read after its name; nil when it is valid.
    ///
    /// The value itself is not repeated, because it may be a secret.
    package func fault(of text: String) -> String? {
        if isRequired, text.isEmpty { return "is empty" }
        if let choices, !choices.contains(text) { return "is none of \(choices.joined(separator: ", "))" }
        switch kind {
        case .integer where Int(text) == nil: return "is no whole number"
        case .boolean where !["true", "false", "1", "0"].contains(text): return "is neither true nor false"
        case .url where !(text.hasPrefix("https://") || text.hasPrefix("http://")): return "is no http(s) address"
        case .json where (try? JSONValue(parsing: text)) == nil: return "is not JSON"
        default: break
        }
        guard let pattern, let schema = TextPattern.schema(pattern) else { return nil }
        return schema.isValid(.string(text)) ? nil : "does not match \(pattern)"
    }
}
