import JSON
import MCP

/// A tool of one integration, with everything that does not depend on the others.
struct AssessedTool: Sendable {
    let origin: ToolOrigin
    let json: JSONValue
    /// Why it is not even named.
    private(set) var refusal: WithheldTool.Reason?
    /// Whether its definition is the approved one; of no interest for what is not named.
    private(set) var standing = ToolStanding.new([])

    static func all(in offer: UpstreamOffer, _ policy: RolePolicy, _ approvals: ToolApprovals) -> [AssessedTool] {
        var seen: Set<String> = []
        return offer.tools.compactMap { json in
            let own = json["name"]?.stringValue
            // Of several tools with one name nobody knows which a call would reach; the first stands for them.
            guard seen.insert(own ?? "").inserted else { return nil }
            let origin = ToolOrigin(integration: offer.integration, name: own ?? "")
            return AssessedTool(origin, json, offer, policy, approvals)
        }
    }

    private init(
        _ origin: ToolOrigin,
        _ json: JSONValue,
        _ offer: UpstreamOffer,
        _ policy: RolePolicy,
        _ approvals: ToolApprovals
    ) {
        self.origin = origin
        self.json = json
        do throws(ShapeError) {
            let tool = try Tool(json: json)
            let entry = offer.readOnlyTools[origin.name]
            refusal = policy.refusal(of: origin, tool.annotations, isReadOnly: entry).map { .policy($0) }
            if refusal == nil, tool.taskSupport == "required" { refusal = .needsTasks }
        } catch {
            refusal = .unreadable("\(error)")
        }
        if refusal == nil { standing = approvals.standing(of: json, in: origin.integration) }
    }
}
