package import JSON

/// One tool as a server lists it, with its definition kept word for word.
package struct Tool: Sendable, Hashable {
    /// What a call names; unique within a server, case-sensitive.
    package let name: String
    /// A name for people: the tool's own title, else the one in its annotations; nil when it has neither.
    package let title: String?
    /// The `description` for the model; nil when absent.
    package let summary: String?
    /// The JSON Schema of the arguments: an object, not validated here.
    package let inputSchema: JSONValue
    /// The JSON Schema of `structuredContent`; nil when the tool promises none.
    package let outputSchema: JSONValue?
    /// The tool's hints; all defaults where it gives none.
    package let annotations: ToolAnnotations
    /// 2025-11-25: whether a call may, must or must not become a task; nil when the tool does not say, which is the last.
    package var taskSupport: String? { json["execution"]?["taskSupport"]?.stringValue }
    /// The whole definition as listed, unknown members included: for hashing, comparing and forwarding.
    package let json: JSONValue

    /// Reads a definition; a wrong type names the place, unknown members are kept in `json`.
    package init(json: JSONValue) throws(ShapeError) {
        try self.init(json: json, at: [])
    }

    init(json: JSONValue, at tokens: [String]) throws(ShapeError) {
        let reader = try ObjectReader(json, at: tokens)
        name = try reader.required("name", .string)
        summary = try reader.optional("description", .string)
        inputSchema = .object(try reader.required("inputSchema", .object))
        outputSchema = try reader.optional("outputSchema", .object).map { .object($0) }
        annotations =
            try reader.present("annotations").map { (value) throws(ShapeError) in
                try ToolAnnotations(json: value, at: reader.place("annotations"))
            } ?? ToolAnnotations()
        title = try reader.optional("title", .string) ?? annotations.title
        self.json = json
    }

    /// Builds a definition.
    package init(
        name: String,
        title: String? = nil,
        summary: String? = nil,
        inputSchema: JSONValue = ["type": "object"],
        outputSchema: JSONValue? = nil,
        annotations: ToolAnnotations? = nil,
        taskSupport: String? = nil
    ) {
        var object: JSONObject = ["name": .string(name)]
        object["title"] = title.map { .string($0) }
        object["description"] = summary.map { .string($0) }
        object["inputSchema"] = inputSchema
        object["outputSchema"] = outputSchema
        object["annotations"] = annotations?.json
        object["execution"] = taskSupport.map { ["taskSupport": .string($0)] }
        self.name = name
        self.title = title ?? annotations?.title
        self.summary = summary
        self.inputSchema = inputSchema
        self.outputSchema = outputSchema
        self.annotations = annotations ?? ToolAnnotations()
        json = .object(object)
    }

    /// The definition for a peer of the given revision: members that revision does not know are left out.
    package func json(for revision: ProtocolRevision) -> JSONValue {
        guard var object = json.objectValue else { return json }
        if revision < .march2025 { object["annotations"] = nil }
        if revision < .june2025 {
            for member in ["title", "outputSchema", "_meta"] { object[member] = nil }
        }
        if revision < .november2025 { object["icons"] = nil }
        if revision != .november2025 { object["execution"] = nil }
        return .object(object)
    }
}
