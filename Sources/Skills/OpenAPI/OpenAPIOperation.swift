import HTTPTypes
import JSON
import JSONSchema

/// Turns one operation of a document into one of a skill.
struct OpenAPIOperation {
    typealias Refusal = OpenAPIReferences.Refusal

    let method: String
    let path: String
    let pathItem: JSONValue
    let operation: JSONValue
    var references: OpenAPIReferences
    private(set) var notes: [String] = []
    private var arguments: JSONObject = [:]
    private var names: Set<String> = []
    private var pathText: String
    private var body: (form: String, template: JSONValue?)?

    init(method: String, path: String, pathItem: JSONValue, operation: JSONValue, references: OpenAPIReferences) {
        self.method = method
        self.path = path
        self.pathItem = pathItem
        self.operation = operation
        self.references = references
        pathText = path
    }

    /// The entry of the skill file.
    mutating func entry(name: String, isAuthenticated: Bool) throws(Refusal) -> JSONValue {
        try readParameters()
        try readBody()
        let summary = operation["summary"]?.stringValue
        let text = operation["description"]?.stringValue ?? summary ?? "\(method) \(path)"
        var entry: JSONObject = ["name": .string(name)]
        if let summary, !summary.isEmpty { entry["title"] = .string(String(summary.prefix(120))) }
        entry["description"] = .string(text.isEmpty ? "\(method) \(path)" : String(text.prefix(1_000)))
        entry["effect"] = method == "GET" || method == "HEAD" ? "read" : method == "DELETE" ? "destroy" : "write"
        entry["method"] = .string(method)
        entry["path"] = .string(pathText)
        if !isAuthenticated { entry["auth"] = false }
        if !arguments.isEmpty { entry["arguments"] = .object(arguments) }
        if let body {
            entry["body"] = .string(body.form)
            entry["template"] = body.template
        }
        if let kind = try answerKind() { entry["result"] = ["kind": .string(kind)] }
        if !references.cycles.isEmpty {
            let cut = Set(references.cycles).sorted().prefix(5).joined(separator: ", ")
            notes.append("schemas that contain themselves are cut there: \(cut)")
        }
        return .object(entry)
    }

    // MARK: Parameters

    private mutating func readParameters() throws(Refusal) {
        var parameters: [(key: String, value: JSONValue)] = []
        for item in (pathItem["parameters"]?.arrayValue ?? []) + (operation["parameters"]?.arrayValue ?? []) {
            guard let parameter = try references.followed(item), let name = parameter["name"]?.stringValue,
                let place = parameter["in"]?.stringValue
            else { throw Refusal(reason: "one of its parameters has no name or place") }
            // The operation's own ones replace those of the path.
            parameters.removeAll { $0.key == "\(place) \(name)" }
            parameters.append(("\(place) \(name)", parameter))
        }
        for parameter in parameters { try read(parameter.value) }
        let missing = PathTemplate(pathText)?.names.first { name in
            !arguments.contains { $0.value["in"] == "path" && ($0.value["as"]?.stringValue ?? $0.key) == name }
        }
        if let missing { throw Refusal(reason: "{\(missing)} in its path is no parameter") }
    }

    private mutating func read(_ parameter: JSONValue) throws(Refusal) {
        let name = parameter["name"]?.stringValue ?? ""
        let place = parameter["in"]?.stringValue ?? ""
        let isRequired = parameter["required"] == true || place == "path"
        if place == "header" {
            // By the specification these are not parameters.
            if ["accept", "content-type", "authorization"].contains(name.lowercased()) { return }
            if let why = HeaderRule.fault(name: name, value: "") { return try leaveOut(name, isRequired, why) }
        }
        guard ["path", "query", "header"].contains(place) else {
            return try leaveOut(name, isRequired, "parameters in a \(place) are not supported")
        }
        let content = parameter["content"]?.objectValue?.first
        var schema = try references.schema(parameter["schema"] ?? content?.value["schema"])
        var argument: JSONObject = ["in": .string(place)]
        if let style = try listStyle(parameter, schema, place, isJSON: content != nil) {
            guard style != "unsupported" else {
                return try leaveOut(name, isRequired, "its style is not supported")
            }
            argument["style"] = .string(style)
        }
        if place == "path", !pathText.contains("{\(name)}") {
            return try leaveOut(name, false, "it does not occur in the path")
        }
        schema = described(schema, parameter["description"]?.stringValue)
        add(name, isRequired && place != "path", schema, argument)
    }

    private func listStyle(
        _ parameter: JSONValue,
        _ schema: JSONValue,
        _ place: String,
        isJSON: Bool
    ) throws(Refusal) -> String? {
        if isJSON { return "json" }
        let style = parameter["style"]?.stringValue ?? (place == "query" ? "form" : "simple")
        let types = schema["type"]?.arrayValue ?? [schema["type"] ?? .null]
        guard types.contains("array") || types.contains("object") else { return nil }
        guard place == "query", style == "form", types.contains("array") else { return "unsupported" }
        return parameter["explode"] == false ? "comma" : "repeat"
    }

    private mutating func leaveOut(_ name: String, _ isRequired: Bool, _ why: String) throws(Refusal) {
        guard !isRequired else { throw Refusal(reason: "it needs the parameter \(name), but \(why)") }
        notes.append("the parameter \(name) is left out: \(why)")
    }

    // MARK: Body

    private mutating func readBody() throws(Refusal) {
        guard let request = try references.followed(operation["requestBody"]) else { return }
        let content = request["content"]?.objectValue ?? [:]
        let isRequired = request["required"] == true
        guard method != "GET", method != "HEAD" else {
            return try leaveOut("body", isRequired, "a \(method) carries none")
        }
        if let type = content.keys.first(where: Self.isJSON) {
            try readJSON(content[type]?["schema"], isRequired)
        } else if let form = content["application/x-www-form-urlencoded"] {
            let schema = try members(of: form["schema"])
            guard let schema else { throw Refusal(reason: "its form is no object with members") }
            addMembers(schema)
            body = ("form", nil)
        } else if !content.isEmpty {
            try leaveOut("body", isRequired, "the form \(content.keys.joined(separator: ", ")) is not supported")
        }
    }

    private mutating func readJSON(_ schema: JSONValue?, _ isRequired: Bool) throws(Refusal) {
        if let object = try members(of: schema) {
            addMembers(object)
            body = ("json", nil)
        } else {
            let whole = described(try references.schema(schema), "The body.")
            let name = add("body", isRequired, whole, ["in": "body"])
            body = ("json", ["$argument": .string(name)])
        }
    }

    /// The schema of an object that is nothing but its members, those of `allOf` included; nil for anything else.
    private mutating func members(of schema: JSONValue?) throws(Refusal) -> JSONValue? {
        guard var object = try references.schema(schema).objectValue else { return nil }
        for part in object["allOf"]?.arrayValue ?? [] {
            guard let properties = part["properties"]?.objectValue, part["allOf"] == nil else { return nil }
            var all = object["properties"]?.objectValue ?? [:]
            for property in properties { all[property.key] = property.value }
            object["properties"] = .object(all)
            object["required"] = .array((object["required"]?.arrayValue ?? []) + (part["required"]?.arrayValue ?? []))
        }
        guard let properties = object["properties"]?.objectValue, !properties.isEmpty, properties.count <= 60,
            object["oneOf"] == nil, object["anyOf"] == nil, object["patternProperties"] == nil,
            object["additionalProperties"]?.objectValue == nil
        else { return nil }
        return .object(object)
    }

    private mutating func addMembers(_ schema: JSONValue) {
        let required = Set((schema["required"]?.arrayValue ?? []).compactMap(\.stringValue))
        for property in schema["properties"]?.objectValue ?? [:] {
            add(property.key, required.contains(property.key), property.value, ["in": "body"])
        }
    }

    // MARK: Both

    @discardableResult
    private mutating func add(
        _ name: String,
        _ isRequired: Bool,
        _ schema: JSONValue,
        _ argument: JSONObject
    ) -> String {
        var argument = argument
        let given = ImportedName.argument(name, taken: names)
        names.insert(given)
        if given != name { argument["as"] = .string(name) }
        if isRequired { argument["required"] = true }
        do throws(SchemaError) {
            _ = try JSONSchema(schema)
            argument["schema"] = schema
        } catch {
            notes.append("the schema of \(name) is not sound (\(error)): any value is taken")
            argument["schema"] = [:]
        }
        arguments[given] = .object(argument)
        return given
    }

    private func described(_ schema: JSONValue, _ text: String?) -> JSONValue {
        guard let text, !text.isEmpty, var object = schema.objectValue else { return schema }
        object["description"] = .string(String(text.prefix(500)))
        return .object(object)
    }

    private func answerKind() throws(Refusal) -> String? {
        let responses = operation["responses"]?.objectValue ?? [:]
        let success = responses.filter { $0.key.hasPrefix("2") || $0.key == "default" }
        for response in success {
            guard let types = try references.followed(response.value)?["content"]?.objectValue?.keys, !types.isEmpty
            else { continue }
            if types.contains(where: { Self.isJSON($0) || $0 == "*/*" }) { return nil }
            return types.allSatisfy { $0.hasPrefix("text/") || $0.hasSuffix("xml") } ? "text" : "file"
        }
        return nil
    }

    private static func isJSON(_ type: String) -> Bool {
        let plain = type.prefix { $0 != ";" }.lowercased()
        return plain == "application/json" || plain.hasSuffix("+json")
    }
}
