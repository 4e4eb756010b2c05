import JSON
import Yams

/// Reads a document that is JSON or YAML, with bounds on what a hostile one can cost.
enum OpenAPIText {
    private static let limits = JSONLimits(bytes: 32 << 20, depth: 200, containers: 1 << 20, values: 4 << 20)
    private static let yamlBytes = 8 << 20
    private static let yamlNodes = 1_000_000
    private static let yamlDepth = 200
    /// Each alias repeats a part of the document, also within other repeated parts.
    private static let aliases = 24

    static func read(_ bytes: [UInt8]) throws(SkillFaults) -> JSONValue {
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        do throws(JSONError) {
            if first == UInt8(ascii: "{") { return try JSONValue(parsing: bytes, limits: limits) }
        } catch {
            throw fault("the document is not JSON: \(error)")
        }
        guard bytes.count <= yamlBytes else {
            throw fault("the document has more than \(yamlBytes >> 20) MiB of YAML: write it as JSON")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault("the document is not UTF-8") }
        guard aliasCount(in: text) <= aliases else {
            throw fault("the document has more than \(aliases) YAML aliases: write it as JSON")
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw fault("the document is neither JSON nor YAML: \(error)")
        }
        guard let root else { throw fault("the document is empty") }
        var left = yamlNodes
        guard let value = value(root, depth: 0, left: &left) else {
            throw fault("the document is nested deeper than \(yamlDepth), or larger than \(yamlNodes) values")
        }
        return value
    }

    /// Nil past a bound.
    private static func value(_ node: Node, depth: Int, left: inout Int) -> JSONValue? {
        left -= 1
        guard left > 0, depth < yamlDepth else { return nil }
        switch node {
        case .scalar(let scalar):
            return scalar.style == .plain || scalar.style == .any ? plain(scalar.string) : .string(scalar.string)
        case .sequence(let sequence):
            var items: [JSONValue] = []
            for node in sequence {
                guard let item = value(node, depth: depth + 1, left: &left) else { return nil }
                items.append(item)
            }
            return .array(items)
        case .mapping(let mapping):
            var object: JSONObject = [:]
            for (key, node) in mapping {
                guard let member = value(node, depth: depth + 1, left: &left) else { return nil }
                object[key.scalar?.string ?? ""] = member
            }
            return .object(object)
        case .alias:
            return nil
        }
    }

    /// Words as YAML 1.2 reads them, so that `no` stays a text.
    private static func plain(_ text: String) -> JSONValue {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default:
            guard let first = text.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
                // What is no number is a text, such as a date.
                let number = try? JSONValue(parsing: text), number.numberValue != nil
            else { return .string(text) }
            return number
        }
    }

    /// Never less than there are: a word in a text may count as well.
    private static func aliasCount(in text: String) -> Int {
        let words = text.split { " \t\r\n[]{},:".contains($0) }
        let anchors = Set(words.filter { $0.hasPrefix("&") }.map { $0.dropFirst() })
        return anchors.isEmpty ? 0 : words.count { $0.hasPrefix("*") && anchors.contains($0.dropFirst()) }
    }

    private static func fault(_ message: String) -> SkillFaults {
        SkillFaults(faults: [SkillFault("", message)])
    }
}
