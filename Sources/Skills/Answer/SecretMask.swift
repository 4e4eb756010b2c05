import JSON
import MCP
import MCPAuthorization

/// Takes credentials out of what a vendor sent back: some repeat the token in what they say about it.
struct SecretMask: Sendable {
    static let mark = "[redacted]"

    /// Shorter values are too likely to be words.
    private static let shortest = 6

    private let secrets: [String]

    init(_ values: SkillValues, of skill: Skill) {
        var secrets: [String] = []
        for variable in skill.variables where variable.isSecret {
            guard let value = values[variable.name], value.utf8.count >= Self.shortest else { continue }
            // As it is, as it stands in an address, and as JSON spells it.
            secrets += [
                value, FormFields.encoded(value), String(JSONValue.string(value).text().dropFirst().dropLast()),
            ]
        }
        if case .basic(let user, let password) = skill.authentication,
            let user = try? user.filled(values), let password = try? password.filled(values)
        {
            // Without a password nothing is sent, and there is nothing to hide.
            secrets.append(Base64Text.standard("\(user):\(password)".utf8))
        }
        self.secrets = Set(secrets).sorted { $0.count > $1.count }
    }

    func masked(_ text: String) -> String {
        secrets.reduce(text) { text, secret in
            text.utf8.count < secret.utf8.count ? text : text.replacing(secret, with: Self.mark)
        }
    }

    func masked(_ value: JSONValue) -> JSONValue {
        guard !secrets.isEmpty else { return value }
        switch value {
        case .string(let text): return .string(masked(text))
        case .array(let items): return .array(items.map(masked))
        case .object(let object): return .object(masked(object))
        default: return value
        }
    }

    func masked(_ object: JSONObject) -> JSONObject {
        JSONObject(object.map { (masked($0.key), masked($0.value)) })
    }

    func masked(_ failure: SkillFailure) -> SkillFailure {
        var failure = failure
        failure.message = masked(failure.message)
        failure.vendorCode = failure.vendorCode.map(masked)
        failure.details = masked(failure.details)
        return failure
    }

    func masked(_ result: SkillResult) -> SkillResult {
        var result = result
        result.structured = result.structured.map { masked($0) }
        result.content = result.content.map { block in
            guard case .text(let text) = block else { return block }
            return .text(masked(text))
        }
        return result
    }
}
