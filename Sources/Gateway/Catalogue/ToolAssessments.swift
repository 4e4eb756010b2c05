import JSON

/// What was found out about the tools of each integration, kept for as long as nothing of it changes.
///
/// It follows from what else a catalogue is made of, so it makes no difference between two of them.
struct ToolAssessments: Sendable, Hashable {
    private struct Entry: Sendable {
        let tools: [JSONValue]
        let readOnlyTools: [String: Bool]
        let policy: RolePolicy
        let approvals: ToolApprovals
        let found: [AssessedTool]
    }

    private var entries: [String: Entry] = [:]

    subscript(integration: String) -> [AssessedTool] { entries[integration]?.found ?? [] }

    mutating func assess(
        _ offer: UpstreamOffer,
        _ policy: RolePolicy,
        _ approvals: ToolApprovals,
        after former: ToolAssessments?
    ) {
        if let known = former?.entries[offer.integration], known.tools == offer.tools, known.approvals == approvals,
            known.readOnlyTools == offer.readOnlyTools, known.policy == policy
        {
            entries[offer.integration] = known
            return
        }
        entries[offer.integration] = Entry(
            tools: offer.tools,
            readOnlyTools: offer.readOnlyTools,
            policy: policy,
            approvals: approvals,
            found: AssessedTool.all(in: offer, policy, approvals)
        )
    }

    static func == (left: ToolAssessments, right: ToolAssessments) -> Bool { true }

    func hash(into hasher: inout Hasher) {}
}
