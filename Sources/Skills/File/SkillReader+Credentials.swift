import JSON
import JSONSchema
import Wording

extension SkillReader {
    mutating func readVariables() -> [SkillVariable] {
        file["variables"].members.map { member in
            let pattern = member.field["pattern"].string
            var schema: JSONSchema?
            if let pattern {
                do throws(SchemaError) {
                    schema = try JSONSchema(["type": "string", "pattern": .string(pattern)])
                } catch {
                    fault(member.field["pattern"], "\(error)")
                }
            }
            return SkillVariable(
                name: member.name,
                summary: member.field["description"].string ?? "",
                isRequired: member.field["required"].bool ?? true,
                isSecret: member.field["secret"].bool ?? false,
                pattern: pattern,
                schema: schema
            )
        }
    }

    mutating func readAuthentication() -> SkillAuthentication {
        let field = file["auth"]
        switch field["kind"].string {
        case "bearer":
            guard let name = field["variable"].string else {
                fault(field["variable"], "is missing: name the variable that holds the token")
                return .none
            }
            check(variable: name, field["variable"], isSecret: true)
            return .header(name: "Authorization", VariableTemplate(variable: name, prefix: "Bearer "))
        case "header":
            guard let name = field["name"].string, let template = template(field["template"]) else { return .none }
            if let why = HeaderRule.fault(name: name, value: "", allowsCredentials: true) { fault(field["name"], why) }
            return .header(name: name, template)
        case "query":
            guard let name = field["name"].string, let template = template(field["template"]) else {
                if field["name"].value == nil { fault(field["name"], "is missing: name the query parameter") }
                return .none
            }
            return .query(name: name, template)
        case "basic":
            guard let password = template(field["password"]) else { return .none }
            guard let user = VariableTemplate(field["user"].string ?? "") else {
                fault(field["user"], "has a brace that is not closed")
                return .none
            }
            for name in user.variables { check(variable: name, field["user"]) }
            return .basic(user: user, password: password)
        default:
            return .none
        }
    }

    /// Reports a name that no variable has, and a credential that is not marked as secret.
    mutating func check(variable name: String, _ field: SkillField, isSecret: Bool = false) {
        guard let variable = variables.first(where: { $0.name == name }) else {
            let nearest = NearestName.of(name, among: variables.map(\.name))
            let advice = nearest.map { "did you mean \($0)?" } ?? "describe it under variables"
            fault(field, "there is no variable \(name): \(advice)")
            return
        }
        if isSecret, !variable.isSecret {
            fault(SkillField(nil, path: "variables.\(name).secret"), "must be true: the variable holds a credential")
        }
    }

    private mutating func template(_ field: SkillField) -> VariableTemplate? {
        guard let text = field.string else {
            fault(field, "is missing: give the value, with {VARIABLE} where a variable stands")
            return nil
        }
        guard let template = VariableTemplate(text) else {
            fault(field, "has a brace that is not closed")
            return nil
        }
        if template.variables.isEmpty {
            fault(field, "names no variable: a credential never stands in the file itself")
        }
        for name in template.variables { check(variable: name, field, isSecret: true) }
        return template
    }
}
