import JSON
import Registry
import Yams

extension EntrySuite {
    /// What is wrong with a file.
    package struct Fault: Error, CustomStringConvertible {
        /// Place, fault and fix.
        package let description: String
    }

    /// Reads what `yaml` writes, by hand or not.
    package init(_ text: String, of integration: String) throws(Fault) {
        let root = try Self.node(text)
        guard let servers = root["servers"]?.mapping else {
            throw Fault(description: "servers is missing: write it anew with openwork-conform suite --write")
        }
        var read: [Server] = []
        for (key, node) in servers {
            let id = key.string ?? ""
            guard Self.isID(id), !read.contains(where: { $0.id == id }) else {
                throw Fault(
                    description: Self.isID(id)
                        ? "servers.\(id): it stands there twice: leave one of them out"
                        : "servers: \(JSONValue.string(id).text()) is no id of a server: write it as it stands in the entry"
                )
            }
            let tries = (node["tries"]?.sequence.map(Array.init) ?? []).compactMap(\.string)
            let skips = (node["skips"]?.mapping.map(Array.init) ?? []).map {
                ($0.key.string ?? "", $0.value.string ?? "")
            }
            let known = Set(ReactionCause.allCases.map(\.rawValue))
            if let wrong = (tries + skips.map(\.0)).first(where: { !known.contains($0) }) {
                let causes = known.sorted().joined(separator: ", ")
                throw Fault(description: "servers.\(id): \(wrong) is no cause: use \(causes)")
            }
            read.append(
                Server(
                    id: id,
                    probe: node["probe"]?.string,
                    tries: tries,
                    skips: Dictionary(skips) { first, _ in first }
                )
            )
        }
        self.init(integration: integration, servers: read)
    }

    /// A small file, always in the same order.
    package var yaml: String {
        var lines = [
            "# What is tried on \(integration). Written by: openwork-conform suite --write conformance",
            "profile: entry",
            "servers:",
        ]
        for server in servers {
            lines.append("  \(server.id):")
            if let probe = server.probe { lines.append("    probe: \(Self.quoted(probe))") }
            lines.append("    tries: [\(server.tries.joined(separator: ", "))]")
            guard !server.skips.isEmpty else { continue }
            lines.append("    skips:")
            lines += server.skips.sorted { $0.key < $1.key }.map {
                "      \($0.key): \(Self.quoted($0.value))"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func isID(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            }
    }

    /// A text in double quotes: as in JSON, without the characters that YAML bears nowhere.
    private static func quoted(_ text: String) -> String {
        JSONValue.string(text).text().unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
                let digits = String(scalar.value, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: return String(scalar)
            }
        }
        .joined()
    }

    static func node(_ text: String) throws(Fault) -> Node {
        do {
            if let node = try Yams.compose(yaml: text) { return node }
        } catch {
            throw Fault(description: "it is no YAML: \(error)")
        }
        throw Fault(description: "it is empty")
    }
}
