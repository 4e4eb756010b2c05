import JSON

/// The one way of proving who calls that a skill takes from a document.
struct OpenAPISecurity {
    /// The name of the scheme in the document; nil when the document has none.
    let scheme: String?
    /// The file's `auth`.
    let auth: JSONValue
    /// The file's `variables`.
    let variables: JSONObject

    /// Chooses the first scheme that a skill can use, or the one that is asked for.
    static func choose(
        _ document: JSONValue,
        _ options: OpenAPIOptions,
        _ references: OpenAPIReferences
    ) throws(SkillFaults) -> OpenAPISecurity {
        let schemes = document["components"]?["securitySchemes"]?.objectValue ?? [:]

        let prefix = OpenAPIImport.variablePrefix(options.id)
        let wanted = options.security.map { [$0] } ?? schemes.keys
        for name in wanted {
            // A scheme behind a broken reference cannot be used.
            guard let scheme = try? references.followed(schemes[name]), let found = read(scheme, name, prefix) else {
                continue
            }
            return found
        }
        guard schemes.isEmpty, options.security == nil else {
            let names = schemes.keys.joined(separator: ", ")
            let message = "no security scheme can be used (\(names)): bearer, basic, API key and OAuth tokens can"
            throw SkillFaults(faults: [SkillFault("components.securitySchemes", message)])
        }
        return OpenAPISecurity(scheme: nil, auth: ["kind": "none"], variables: [:])
    }

    private static func read(_ scheme: JSONValue, _ name: String, _ prefix: String) -> OpenAPISecurity? {
        let kind = scheme["scheme"]?.stringValue?.lowercased()
        let token = "\(prefix)_TOKEN"
        let key = "\(prefix)_API_KEY"
        switch (scheme["type"]?.stringValue, kind, scheme["in"]?.stringValue) {
        case ("http", "bearer", _), ("oauth2", _, _), ("openIdConnect", _, _):
            return made(name, ["kind": "bearer", "variable": .string(token)], [token: "Access token"])
        case ("http", "basic", _):
            let user = "\(prefix)_USER"
            let password = "\(prefix)_PASSWORD"
            return made(
                name,
                ["kind": "basic", "user": .string("{\(user)}"), "password": .string("{\(password)}")],
                [user: "User name", password: "Password"]
            )
        case ("apiKey", _, "header"?), ("apiKey", _, "query"?):
            guard let field = scheme["name"]?.stringValue, let place = scheme["in"]?.stringValue else { return nil }
            let auth: JSONValue = ["kind": .string(place), "name": .string(field), "template": .string("{\(key)}")]
            return made(name, auth, [key: "API key"])
        default:
            return nil
        }
    }

    private static func made(
        _ name: String,
        _ auth: JSONValue,
        _ variables: KeyValuePairs<String, String>
    ) -> OpenAPISecurity {
        let described = variables.map { variable in
            let text = "\(variable.value) for the security scheme \(name)."
            return (variable.key, JSONValue.object(["description": .string(text), "secret": true]))
        }
        return OpenAPISecurity(scheme: name, auth: auth, variables: JSONObject(described))
    }

    /// Whether calls of an operation carry the credential; nil when the operation wants another one.
    func covers(_ requirements: [JSONValue]) -> Bool? {
        guard !requirements.isEmpty else { return false }
        if let scheme, requirements.contains(where: { $0.objectValue?.keys == [scheme] }) { return true }
        return requirements.contains { $0.objectValue?.isEmpty == true } ? false : nil
    }
}
