import JSON
import MCP
import MCPAuthorization
import Redaction

/// Takes credentials out of what a vendor sent back: some repeat the token in what they say about it.
struct AnswerMask: Sendable {
    /// Shorter values are too likely to be words.
    private static let shortest = 6

    private let mask: SecretMask

    init(_ values: SkillValues, of skill: Skill) {
        var secrets: [String: String] = [:]
        for variable in skill.variables where variable.isSecret { secrets[variable.name] = values[variable.name] }
        if case .basic(let user, let password) = skill.authentication,
            let user = try? user.filled(values), let password = try? password.filled(values)
        {
            // Without a password nothing is sent, and there is nothing to hide.
            secrets["Authorization"] = Base64Text.standard("\(user):\(password)".utf8)
        }
        mask = SecretMask(secrets, mark: .text(Redactor.placeholder), shortestInBytes: Self.shortest)
    }

    func masked(_ text: String) -> String { mask.masked(text) }

    func masked(_ failure: SkillFailure) -> SkillFailure {
        var failure = failure
        failure.message = mask.masked(failure.message)
        failure.vendorCode = failure.vendorCode.map { mask.masked($0) }
        failure.details = mask.masked(failure.details)
        return failure
    }

    func masked(_ result: SkillResult) -> SkillResult {
        var result = result
        result.structured = result.structured.map { mask.masked($0) }
        result.content = result.content.map { block in
            guard case .text(let text) = block else { return block }
            return .text(mask.masked(text))
        }
        return result
    }
}
