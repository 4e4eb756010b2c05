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
            if let probe = server.probe { lines.append("    probe: \(JSONValue.string(probe).text())") }
            lines.append("    tries: [\(server.tries.joined(separator: ", "))]")
            guard !server.skips.isEmpty else { continue }
            lines.append("    skips:")
            lines += server.skips.sorted { $0.key < $1.key }.map {
                "      \($0.key): \(JSONValue.string($0.value).text())"
            }
        }
        return lines.joined(separator: "\n") + "\n"
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
