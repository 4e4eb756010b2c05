package import MCP
import MCPHTTP

/// A REST API whose operations are offered as tools, as its file describes it; checked, so that it can be used as it is.
package struct Skill: Sendable {
    /// In kebab case.
    package let id: String
    /// For people.
    package let name: String
    /// Of the file, not of the API.
    package let version: String
    /// What the API is for; empty when the file does not say.
    package let summary: String
    /// Advice for the model; nil gives none.
    package let instructions: String?
    /// What has to be configured, in the order of the file.
    package let variables: [SkillVariable]
    /// The cheapest call that proves the credential; nil where the file names none.
    package let probe: SkillProbe?

    let base: SkillBase
    let authentication: SkillAuthentication
    let headers: [FixedField]
    let limits: SkillLimits
    let operations: [SkillOperation]

    /// The tools in the order of the file.
    package var tools: [Tool] { operations.map(\.tool) }

    /// The variable that leads the skill to another host, for tests and for enterprise editions; nil without one.
    package var baseVariable: String? { base.variable }

    /// Where calls go unless a variable says otherwise.
    package var defaultBase: String { base.address.description }
}
