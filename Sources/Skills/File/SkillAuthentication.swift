/// How a request proves who sends it; the values come from variables and are never part of the file.
enum SkillAuthentication: Sendable, Hashable {
    case none
    case header(name: String, VariableTemplate)
    case basic(user: VariableTemplate, password: VariableTemplate)
    case query(name: String, VariableTemplate)

    var templates: [VariableTemplate] {
        switch self {
        case .none: []
        case .header(_, let template), .query(_, let template): [template]
        case .basic(let user, let password): [user, password]
        }
    }
}
