import HTTPTypes
import JSON
import JSONSchema
import MCPAuthorization

extension SkillRequest {
    /// Adds the credential; without one, nothing is sent at all.
    func authenticate(_ fields: inout HTTPFields, _ query: inout FormFields) throws(SkillFailure) {
        guard operation.isAuthenticated else { return }
        switch skill.authentication {
        case .none:
            break
        case .header(let name, let template):
            try set(filled(template), template, name, &fields)
        case .basic(let user, let password):
            let pair = try filled(user) + ":" + filled(password)
            try set("Basic " + Base64Text.standard(pair.utf8), password, "Authorization", &fields)
        case .query(let name, let template):
            query.append(name, try filled(template))
        }
    }

    private func filled(_ template: VariableTemplate) throws(SkillFailure) -> String {
        let text: String
        do throws(MissingVariable) {
            text = try template.filled(values)
        } catch {
            throw SkillFailure(.credentialMissing, "\(skill.name) needs \(error.name), which is not configured")
        }
        for name in template.variables {
            guard let value = values[name], let variable = skill.variables.first(where: { $0.name == name }),
                let schema = variable.schema, !schema.isValid(.string(value))
            else { continue }
            throw SkillFailure(
                .credentialInvalid,
                "the value of \(name) does not look like one: it has to match \(variable.pattern ?? "its pattern")"
            )
        }
        return text
    }

    private func set(
        _ value: String,
        _ template: VariableTemplate,
        _ name: String,
        _ fields: inout HTTPFields
    ) throws(SkillFailure) {
        guard HeaderRule.isSendable(value) else {
            let names = template.variables.joined(separator: ", ")
            throw SkillFailure(.credentialInvalid, "the value of \(names) has characters that no header can carry")
        }
        guard let name = HTTPField.Name(name) else { return }
        fields[name] = value
    }
}
