import MCPHTTP

/// Where the API is, and the variable that may say otherwise.
struct SkillBase: Sendable, Hashable {
    let address: HTTPAddress
    let variable: String?
}
