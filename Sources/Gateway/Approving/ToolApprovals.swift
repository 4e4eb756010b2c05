package import Drift
package import JSON
import Vetting

/// The definitions of tools that somebody approved, and what follows for the tools that are there now.
package struct ToolApprovals: Sendable, Hashable {
    private var pins: [String: [String: ToolPin]] = [:]
    private var refused: [String: Set<String>] = [:]

    /// Nothing approved.
    package init() {}

    /// What a lock holds; its servers are named as the integrations are.
    package init(_ lock: ToolLock) {
        for (integration, server) in lock.servers { approve(server.tools, of: integration) }
    }

    /// What is known of the tools of one integration, and of no other.
    func only(_ integration: String) -> ToolApprovals {
        var approvals = ToolApprovals()
        approvals.pins[integration] = pins[integration]
        approvals.refused[integration] = refused[integration]
        return approvals
    }

    /// Approves definitions as they are, in place of earlier ones of the same tools.
    package mutating func approve(_ tools: [ToolPin], of integration: String) {
        for pin in tools { pins[integration, default: [:]][pin.name] = pin }
    }

    /// Refuses a definition by its hash, whatever is approved beside it.
    package mutating func refuse(_ hash: String, of integration: String) {
        refused[integration, default: []].insert(hash)
    }

    /// Forgets that a tool was approved.
    package mutating func withdraw(_ origin: ToolOrigin) {
        pins[origin.integration]?[origin.name] = nil
    }

    /// The approved definition of a tool.
    package subscript(_ origin: ToolOrigin) -> ToolPin? { pins[origin.integration]?[origin.name] }

    /// Holds a tool, as its integration lists it, against what was approved.
    ///
    /// Only texts that stand in the definition itself are looked at; names are compared where the tools of a role are.
    package func standing(of tool: JSONValue, in integration: String) -> ToolStanding {
        guard let now = ToolPin(tool) else { return .new([]) }
        guard refused[integration]?.contains(now.hash) != true else { return .refused }
        let kinds: Set<SuspicionKind> = [.hiddenText, .instructions, .plantedCommand]
        guard let approved = pins[integration]?[now.name] else {
            return .new(ToolVetting.suspicions(in: [tool], of: kinds))
        }
        guard approved.hash != now.hash else { return .approved }
        let report = ToolComparison.compare(
            ToolListing(definitions: [approved.definition]),
            ToolListing(definitions: [now.definition])
        )
        return .changed(report, ToolVetting.suspicions(in: [tool], of: kinds))
    }
}
