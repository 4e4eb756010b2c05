import HTTPTypes
import JSON
import JSONSchema
import MCP

/// One operation of an API, and the tool it is offered as.
struct SkillOperation: Sendable {
    let tool: Tool
    let inputSchema: JSONSchema
    let method: HTTPRequest.Method
    let path: PathTemplate
    let isAuthenticated: Bool
    let parameters: [SkillParameter]
    let fixedQuery: [FixedField]
    let body: BodyForm
    /// Nil where the parameters of the body are its members.
    let template: BodyTemplate?
    /// Arguments of which one is needed; empty when that does not matter.
    let atLeastOne: [String]
    let pagination: Pagination?
    let success: SuccessRule
    /// The operation's own ones first.
    let errors: [ErrorRule]
    let words: VendorWords
    let result: ResultShape
    let tier: PacingTier?

    func parameter(_ name: String) -> SkillParameter? { parameters.first { $0.name == name } }
}

/// How a body is written.
enum BodyForm: String, Sendable, Hashable {
    case none, json, form
}
