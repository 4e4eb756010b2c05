package import JSON

/// Makes a skill file from an OpenAPI document of version 3.0 or 3.1, JSON or YAML.
package enum OpenAPIImport {
    private static let methods = ["get", "head", "post", "put", "patch", "delete"]
    private static let operationLimit = 512

    /// Reads a document.
    ///
    /// References are followed within the document only, and nothing is fetched. An operation that cannot be taken is
    /// reported by name and reason, and the others are taken.
    /// - Throws: what makes the whole document unusable.
    package static func skill(from bytes: [UInt8], _ options: OpenAPIOptions) throws(SkillFaults) -> ImportedSkill {
        try skill(from: try OpenAPIText.read(bytes), options)
    }

    /// Takes a document that was read already.
    package static func skill(from document: JSONValue, _ options: OpenAPIOptions) throws(SkillFaults) -> ImportedSkill
    {
        let version = document["openapi"]?.stringValue ?? ""
        guard version.hasPrefix("3.0") || version.hasPrefix("3.1") else {
            let found = document["swagger"] != nil ? "Swagger 2.0" : version.isEmpty ? "no openapi version" : version
            throw fault("openapi", "is \(found): only OpenAPI 3.0 and 3.1 are read, so convert the document first")
        }
        let references = OpenAPIReferences(document)
        let security = try OpenAPISecurity.choose(document, options, references)
        let base = try base(document, options)
        var run = Run(document: document, options: options, references: references, security: security)
        run.readAll()
        guard !run.entries.isEmpty else {
            let reasons = run.skipped.prefix(10).map(\.description).joined(separator: "; ")
            throw fault("paths", "no operation was taken" + (reasons.isEmpty ? "" : ": \(reasons)"))
        }
        let variable = "\(variablePrefix(options.id))_API_URL"
        var variables = security.variables
        variables[variable] = ["description": "Another address of the API.", "required": false]
        var file: JSONObject = ["format": 1, "id": .string(options.id)]
        let title = document["info"]?["title"]?.stringValue ?? options.id
        file["name"] = .string(String((options.name ?? title).prefix(80)))
        if let version = document["info"]?["version"]?.stringValue, (1...40).contains(version.count) {
            file["version"] = .string(version)
        }
        file["description"] = document["info"]?["description"]?.stringValue.map { .string(String($0.prefix(1_000))) }
        file["base"] = ["url": .string(base), "variable": .string(variable)]
        file["variables"] = .object(variables)
        file["auth"] = security.auth
        file["errorText"] = ["/message", "/error/message", "/error_description", "/detail", "/title", "/error"]
        file["operations"] = .array(run.entries)
        // What was made here is checked like what somebody wrote.
        let faults = Skill.faults(in: .object(file))
        guard faults.isEmpty else { throw SkillFaults(faults: faults) }
        return ImportedSkill(file: .object(file), skipped: run.skipped, notes: run.notes)
    }

    private struct Run {
        let document: JSONValue
        let options: OpenAPIOptions
        let references: OpenAPIReferences
        let security: OpenAPISecurity
        var entries: [JSONValue] = []
        var names: Set<String> = []
        var skipped: [SkillFault] = []
        var notes: [SkillFault] = []

        mutating func readAll() {
            for item in document["paths"]?.objectValue ?? [:] {
                guard let pathItem = try? references.followed(item.value) else {
                    skipped.append(SkillFault(item.key, "its reference leads nowhere"))
                    continue
                }
                for method in methods {
                    guard let operation = pathItem[method], operation.objectValue != nil else { continue }
                    read(item.key, method.uppercased(), pathItem, operation)
                }
            }
        }

        private mutating func read(_ path: String, _ method: String, _ pathItem: JSONValue, _ operation: JSONValue) {
            let id = operation["operationId"]?.stringValue
            guard isSelected(operation, names: [id, "\(method) \(path)"], method) else { return }
            let label = "\(method) \(path)" + (id.map { " (\($0))" } ?? "")
            guard entries.count < operationLimit else {
                skipped.append(SkillFault(label, "there are more than \(operationLimit): select by tag"))
                return
            }
            let requirements = (operation["security"] ?? document["security"])?.arrayValue ?? []
            guard let isAuthenticated = security.covers(requirements) else {
                let wanted = requirements.compactMap { $0.objectValue?.keys.joined(separator: " and ") }
                skipped.append(SkillFault(label, "it wants other credentials: \(wanted.joined(separator: ", or "))"))
                return
            }
            var reader = OpenAPIOperation(
                method: method,
                path: path,
                pathItem: pathItem,
                operation: operation,
                references: references
            )
            let name = ImportedName.tool(id ?? "\(method.lowercased())_\(path)", skill: options.id, taken: names)
            do throws(OpenAPIReferences.Refusal) {
                let entry = try reader.entry(name: name, isAuthenticated: isAuthenticated)
                // One that would not pass is left out by itself, so that it spoils no other.
                if let first = OpenAPIImport.faults(in: entry).first {
                    skipped.append(SkillFault(label, "it makes no sound operation: \(first)"))
                    return
                }
                names.insert(name)
                entries.append(entry)
                notes += reader.notes.map { SkillFault(label, $0) }
            } catch {
                skipped.append(SkillFault(label, error.reason))
            }
        }

        private func isSelected(_ operation: JSONValue, names: [String?], _ method: String) -> Bool {
            if options.isReadOnly, method != "GET", method != "HEAD" { return false }
            let tags = Set((operation["tags"]?.arrayValue ?? []).compactMap(\.stringValue))
            if !options.tags.isEmpty, tags.isDisjoint(with: options.tags) { return false }
            return options.operations.isEmpty || !options.operations.isDisjoint(with: names.compactMap(\.self))
        }
    }

    /// What a file with nothing but this operation would have against it.
    private static func faults(in entry: JSONValue) -> [SkillFault] {
        Skill.faults(in: [
            "format": 1, "id": "x", "name": "x", "base": ["url": "https://localhost"], "auth": ["kind": "none"],
            "operations": [entry],
        ])
    }

    private static func base(_ document: JSONValue, _ options: OpenAPIOptions) throws(SkillFaults) -> String {
        let server = document["servers"]?[0]
        var text = options.baseURL ?? server?["url"]?.stringValue ?? ""
        for variable in server?["variables"]?.objectValue ?? [:] {
            text = text.replacing("{\(variable.key)}", with: variable.value["default"]?.stringValue ?? "")
        }
        do throws(BaseAddress.Fault) {
            _ = try BaseAddress.read(text)
            return text
        } catch {
            throw fault(
                "servers[0].url",
                "\(text.prefix(200).debugDescription): \(error.message). Give the base address"
            )
        }
    }

    static func variablePrefix(_ id: String) -> String {
        let base = id.uppercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
        return base.first?.isLetter == true ? base : "API_" + base
    }

    private static func fault(_ path: String, _ message: String) -> SkillFaults {
        SkillFaults(faults: [SkillFault(path, message)])
    }
}
