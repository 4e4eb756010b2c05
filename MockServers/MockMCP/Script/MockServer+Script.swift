public import JSON
import MCP

extension MockServer {
    /// Reads a server from the text of a script file.
    /// - Throws: `MockScriptError` with everything that is wrong, each with its place and its fix.
    public init(script text: String) throws(MockScriptError) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: text)
        } catch {
            let line = text.utf8.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
            throw MockScriptError(problems: [.init(path: "", message: "line \(line) is not JSON: \(error)")])
        }
        try self.init(script: value)
    }

    /// Reads a server from a script that is parsed already.
    /// - Throws: `MockScriptError` with everything that is wrong, each with its place and its fix.
    public init(script: JSONValue) throws(MockScriptError) {
        let findings = ScriptReader.Findings()
        let reader = ScriptReader(script, at: "", knowing: Self.scriptKeys, findings)
        self.init(reader.text("name") ?? "openwork-mock", version: reader.text("version") ?? "1.0.0")
        info.title = reader.text("title")
        instructions = reader.text("instructions")
        revisions = Self.revisions(in: reader) ?? .dual
        capabilities = reader.objectValue("capabilities") ?? [:]
        pageSize = reader.count("pageSize", 1...1_000_000)
        announcesChanges = reader.truth("announcesChanges") ?? false
        tools = MockTool.list("tools", in: reader)
        changes = reader.elements("changes").compactMap { MockChange($0.value, at: $0.path, findings) }
        notifications = reader.elements("notifications").compactMap {
            MockNotification($0.value, at: $0.path, findings)
        }
        faults = Self.faults(in: reader)
        seed = UInt64(reader.count("seed", 0...Int.max) ?? 1)
        guard findings.problems.isEmpty else { throw MockScriptError(problems: findings.problems) }
    }

    private static let scriptKeys = [
        "name", "version", "title", "instructions", "revisions", "capabilities", "pageSize", "announcesChanges",
        "tools", "changes", "notifications", "faults", "seed",
    ]

    private static func revisions(in reader: ScriptReader) -> MockRevisions? {
        let expected = "one of \(MockRevisions.names.joined(separator: ", ")), or a list of dates"
        return reader.optional("revisions", expected) { value in
            if let name = value.stringValue { return MockRevisions(name) }
            let dates = (value.arrayValue ?? []).map { $0.stringValue.flatMap(ProtocolRevision.init(rawValue:)) }
            guard !dates.contains(nil) else { return nil }
            return RevisionOffer(dates.compactMap { $0 }).map { MockRevisions($0) }
        }
    }

    private static func faults(in reader: ScriptReader) -> [MockFault] {
        reader.elements("faults").compactMap { value, path in
            guard let written = value.stringValue else {
                reader.findings.add(
                    path,
                    "is \(ScriptReader.kind(of: value)): write a fault, for example \"latency=2s\""
                )
                return nil
            }
            do throws(MockFaultError) {
                return try FaultCatalogue.all.fault(writtenAs: written)
            } catch {
                reader.findings.add(path, "is \"\(written)\": \(error.message)")
                return nil
            }
        }
    }
}
