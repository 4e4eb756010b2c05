package import JSON
import Yams

/// Reads the text of a file for the wizard, YAML or JSON.
package enum SetupText {
    private static let limitInBytes = 1 << 20
    private static let depthLimit = 16

    /// The value that it holds; words are read as YAML 1.2 has them, so that `no` is a text.
    package static func read(_ bytes: [UInt8]) throws(SetupFaults) -> JSONValue {
        guard bytes.count <= limitInBytes, let text = String(validating: bytes, as: UTF8.self) else {
            throw SetupFaults(["the file is no text of at most 1 MiB"])
        }
        if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
            do throws(JSONError) {
                return try JSONValue(parsing: bytes)
            } catch {
                throw SetupFaults(["the file is no JSON: \(error)"])
            }
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            // A parser's own words may quote the line, which may hold a secret.
            throw SetupFaults(["the file is no YAML: look at its indentation and its quotes"])
        }
        guard let root, let value = value(root, depth: 0) else {
            throw SetupFaults(["the file is empty, has aliases, or is nested too deeply"])
        }
        return value
    }

    private static func value(_ node: Node, depth: Int) -> JSONValue? {
        guard depth < depthLimit else { return nil }
        switch node {
        case .scalar(let scalar):
            return scalar.style == .plain || scalar.style == .any ? plain(scalar.string) : .string(scalar.string)
        case .sequence(let sequence):
            let items = sequence.map { value($0, depth: depth + 1) }
            return items.contains { $0 == nil } ? nil : .array(items.compactMap(\.self))
        case .mapping(let mapping):
            var object: JSONObject = [:]
            for (key, node) in mapping {
                guard let member = value(node, depth: depth + 1) else { return nil }
                object[key.scalar?.string ?? ""] = member
            }
            return .object(object)
        case .alias:
            return nil
        }
    }

    private static func plain(_ text: String) -> JSONValue {
        switch text {
        case "", "~", "null": .null
        case "true": true
        case "false": false
        // Keys and numbers of accounts look like numbers, and lose their first zero as such.
        default: .string(text)
        }
    }
}
