import JSON

/// A result that may stand in for the ordinary one; the raw value is the name of its definition.
enum WireAlternative: String, Sendable, CaseIterable {
    /// The receiver turned the request into a task and answers with its handle.
    case createTask = "CreateTaskResult"
    /// The server needs answers from the client before it can go on.
    case inputRequired = "InputRequiredResult"

    var revisions: WireRevisions {
        switch self {
        case .createTask: WireRevisions(since: .november2025, through: .november2025)
        case .inputRequired: WireRevisions(since: .july2026)
        }
    }

    /// Whether a result claims to be this alternative, be it valid or not.
    func isClaimed(by result: JSONValue) -> Bool {
        switch self {
        case .createTask: result["task"] != nil
        case .inputRequired: result["resultType"]?.stringValue == "input_required"
        }
    }
}
