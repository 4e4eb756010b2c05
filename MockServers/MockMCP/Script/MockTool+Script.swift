import JSON
import MCP

extension MockTool {
    private static let scriptKeys = [
        "name", "title", "description", "inputSchema", "outputSchema", "annotations", "delay", "progress", "answer",
    ]

    private static let annotationKeys = [
        "title", "readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint",
    ]

    /// The tools of a list; two of one name are a fault of the script, since the fault catalogue has a way to ask for it.
    static func list(_ key: String, in reader: ScriptReader) -> [MockTool] {
        var seen: Set<String> = []
        return reader.elements(key).compactMap { value, path in
            guard let tool = MockTool(value, at: path, reader.findings) else { return nil }
            guard seen.insert(tool.name).inserted else {
                reader.findings.add(
                    "\(path).name",
                    "is \"\(tool.name)\" a second time: rename it, or use the fault duplicate-tool-names"
                )
                return nil
            }
            return tool
        }
    }

    private init?(_ value: JSONValue, at path: String, _ findings: ScriptReader.Findings) {
        let reader = ScriptReader(value, at: path, knowing: Self.scriptKeys, findings)
        guard value.objectValue != nil else { return nil }
        let name = reader.required("name", "the name of the tool, 1 to 128 letters, digits, _, - and .") { value in
            value.stringValue.flatMap { Self.isSound(name: $0) ? $0 : nil }
        }
        self.init(name ?? "", reader.text("description"), title: reader.text("title"))
        inputSchema = Self.schema("inputSchema", in: reader) ?? ["type": "object"]
        outputSchema = reader.objectValue("outputSchema")
        annotations = Self.annotations(in: reader)
        delay = reader.duration("delay") ?? .zero
        progressSteps = reader.count("progress", 0...1_000) ?? 0
        if let answer = reader["answer"] {
            self.answer = MockAnswer(answer, at: reader.place(of: "answer"), findings) ?? self.answer
        }
        if name == nil { return nil }
    }

    private static func isSound(name: String) -> Bool {
        (1...128).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                let letter = Character(Unicode.Scalar(byte))
                return letter.isASCII && (letter.isLetter || letter.isNumber || "_-.".contains(letter))
            }
    }

    private static func schema(_ key: String, in reader: ScriptReader) -> JSONObject? {
        guard let schema = reader.objectValue(key) else { return nil }
        if schema["type"] != "object" {
            reader.complain(
                about: "\(key).type",
                "is not \"object\": arguments are always an object (the fault input-schema-type breaks this)"
            )
        }
        return schema
    }

    private static func annotations(in reader: ScriptReader) -> ToolAnnotations? {
        guard let value = reader["annotations"] else { return nil }
        let inner = ScriptReader(value, at: reader.place(of: "annotations"), knowing: annotationKeys, reader.findings)
        return ToolAnnotations(
            title: inner.text("title"),
            readOnlyHint: inner.truth("readOnlyHint"),
            destructiveHint: inner.truth("destructiveHint"),
            idempotentHint: inner.truth("idempotentHint"),
            openWorldHint: inner.truth("openWorldHint")
        )
    }
}
