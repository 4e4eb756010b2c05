import HTTPTypes
import JSON
import JSONSchema
import MCP

extension SkillReader {
    mutating func readOperations() -> [SkillOperation] {
        var seen: Set<String> = []
        let tiers = readTiers()
        let words = VendorWords(
            text: file["errorText"].pointers(&faults),
            code: file["errorCode"].pointers(&faults),
            retryAfter: file["retryAfter"].pointers(&faults)
        )
        let success = readSuccess(file["success"]) ?? SuccessRule()
        let errors = readErrors(file["errors"])
        return file["operations"].elements.compactMap { field in
            let name = field["name"].string ?? ""
            if !seen.insert(name).inserted { fault(field["name"], "\(name) is taken: tools have names of their own") }
            return readOperation(field, tiers, words, success, errors)
        }
    }

    private mutating func readOperation(
        _ field: SkillField,
        _ tiers: [String: PacingTier],
        _ words: VendorWords,
        _ success: SuccessRule,
        _ errors: [ErrorRule]
    ) -> SkillOperation? {
        guard let name = field["name"].string, let method = field["method"].string.flatMap({ HTTPRequest.Method($0) }),
            let path = readPath(field)
        else { return nil }
        let parameters = readParameters(field)
        let template = field["template"].value == nil ? nil : BodyTemplate.read(field["template"], &faults)
        let body = readBody(field, method, parameters, template)
        let (schema, inputSchema) = readSchema(field)
        let tool = Tool(
            name: name,
            title: field["title"].string,
            summary: field["description"].string,
            inputSchema: inputSchema,
            annotations: annotations(field, method)
        )
        checkPath(field, path, parameters)
        guard let schema else { return nil }
        return SkillOperation(
            tool: tool,
            inputSchema: schema,
            method: method,
            path: path,
            isAuthenticated: field["auth"].bool ?? true,
            parameters: parameters,
            fixedQuery: field["query"].members.map { FixedField(name: $0.name, value: $0.field.string ?? "") },
            body: body,
            template: template,
            atLeastOne: readAtLeastOne(field, parameters),
            pagination: readPagination(field["pagination"], parameters),
            success: readSuccess(field["success"]) ?? success,
            errors: readErrors(field["errors"]) + errors,
            words: words,
            result: readResult(field["result"]),
            tier: readTier(field, tiers, parameters)
        )
    }

    private mutating func annotations(_ field: SkillField, _ method: HTTPRequest.Method) -> ToolAnnotations {
        let effect = field["effect"].string
        if effect == "read", [.put, .patch, .delete].contains(method) {
            fault(field["effect"], "\(method.rawValue) changes something: write write or destroy")
        }
        if effect == "read" { return ToolAnnotations(readOnlyHint: true, openWorldHint: true) }
        return ToolAnnotations(
            readOnlyHint: false,
            destructiveHint: effect == "destroy",
            idempotentHint: field["idempotent"].bool ?? [.put, .delete].contains(method),
            openWorldHint: true
        )
    }

    private mutating func readPath(_ field: SkillField) -> PathTemplate? {
        guard let text = field["path"].string else { return nil }
        guard let path = PathTemplate(text) else {
            fault(field["path"], "has a brace that is not closed")
            return nil
        }
        if text.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) {
            fault(field["path"], "has a segment of dots: write the path that is meant")
        }
        return path
    }

    private mutating func checkPath(_ field: SkillField, _ path: PathTemplate, _ parameters: [SkillParameter]) {
        let names = Set(path.names)
        for name in path.names where !parameters.contains(where: { $0.wireName == name && $0.place == .path }) {
            fault(field["path"], "{\(name)} is no argument: add one with \"in\": \"path\"")
        }
        for parameter in parameters where parameter.place == .path && !names.contains(parameter.wireName) {
            fault(field["arguments"][parameter.name], "does not occur in the path: write {\(parameter.wireName)} there")
        }
    }

    private mutating func readBody(
        _ field: SkillField,
        _ method: HTTPRequest.Method,
        _ parameters: [SkillParameter],
        _ template: BodyTemplate?
    ) -> BodyForm {
        let inBody = parameters.filter { $0.place == .body }
        let hasBody = !inBody.isEmpty || template != nil
        let form = field["body"].string.flatMap(BodyForm.init) ?? (hasBody ? .json : .none)
        if hasBody, method == .get || method == .head || form == .none {
            fault(
                field["body"],
                "a \(method.rawValue) with this body form carries nothing: move the arguments to query"
            )
        }
        guard let template else { return form }
        if form == .form { fault(field["template"], "makes JSON: take it out, or write \"body\": \"json\"") }
        let names = template.names
        for name in names.sorted() where !inBody.contains(where: { $0.name == name }) {
            fault(field["template"], "\(name) is no argument of the body: add one with \"in\": \"body\"")
        }
        for parameter in inBody where !names.contains(parameter.name) {
            fault(field["arguments"][parameter.name], "does not occur in the template, so that it would go nowhere")
        }
        return form
    }

    private mutating func readAtLeastOne(_ field: SkillField, _ parameters: [SkillParameter]) -> [String] {
        for name in field["atLeastOne"].elements
        where !parameters.contains(where: { $0.name == name.string ?? "" }) {
            fault(name, "is no argument of this operation")
        }
        return field["atLeastOne"].strings
    }
}
