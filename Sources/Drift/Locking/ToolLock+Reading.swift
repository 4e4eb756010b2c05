package import JSON

extension ToolLock {
    /// What is wrong with a file, place by place.
    package struct Faults: Error, Sendable, Hashable, CustomStringConvertible {
        /// One sentence each.
        package let sentences: [String]

        /// Collects what is wrong.
        package init(sentences: [String]) {
            self.sentences = sentences
        }

        /// A line each.
        package var description: String { sentences.joined(separator: "\n") }
    }

    /// Whether a value means to be such a file, sound or not.
    package static func isMeant(by json: JSONValue) -> Bool {
        json["format"]?.stringValue?.hasPrefix("openwork-lock/") ?? false
    }

    /// Reads a file; a tool that does not hash to what stands beside it was changed by hand and is a fault.
    package init(json: JSONValue) throws(Faults) {
        var faults: [String] = []
        if json["format"]?.stringValue != Self.format {
            let found = json["format"]?.text() ?? "missing"
            faults.append("format is \(found): this version reads \"\(Self.format)\"")
        }
        var servers: [String: Server] = [:]
        if json["servers"]?.objectValue == nil { faults.append("servers is missing: it has to be an object") }
        for (name, value) in json["servers"]?.objectValue ?? [:] {
            servers[name] = Self.server(value, at: "servers.\(name)", &faults)
        }
        guard faults.isEmpty else { throw Faults(sentences: faults) }
        self.init(servers: servers)
    }

    private static func server(_ json: JSONValue, at place: String, _ faults: inout [String]) -> Server {
        var pins: [ToolPin] = []
        if json["tools"]?.objectValue == nil { faults.append("\(place).tools is missing: it has to be an object") }
        for (name, tool) in json["tools"]?.objectValue ?? [:] {
            guard let pin = tool["definition"].flatMap(ToolPin.init), pin.name == name else {
                faults.append("\(place).tools.\(name).definition does not define \(name): pin the server again")
                continue
            }
            if tool["hash"]?.stringValue != pin.hash {
                let hint = "somebody changed one of the two by hand; pin the server again"
                faults.append("\(place).tools.\(name).hash is not that of the definition beside it: \(hint)")
            }
            pins.append(pin)
        }
        return Server(
            source: json["source"]?.stringValue ?? "",
            lockedAt: json["lockedAt"]?.stringValue ?? "",
            scopes: json["scopes"]?.arrayValue?.compactMap(\.stringValue),
            tools: pins
        )
    }
}
