package import DaemonAPI
import Drift
import Gateway
import JSON
import Logging
import Registry
import Store
import Supervision
import Synchronization

extension Desk {
    /// On whose behalf the definition that was seen first is approved.
    static var firstUse: String { "first use" }

    /// Reads what was approved and what waits, of every integration.
    func loadApprovals() async throws {
        for id in registry.integrations.map(\.id) {
            let known = try await store.approvals(of: id)
            keep(known, of: id)
        }
    }

    func keep(_ known: [ToolApproval], of id: String) {
        let byName = Dictionary(known.map { ($0.tool, $0) }) { first, _ in first }
        memory.withLock { memory in
            memory.approvals[id] = byName.isEmpty ? nil : byName
            memory.approvalsRevision += 1
        }
    }

    /// What agents of a role may have: for some only what a person has looked at.
    func approvals(wantingReview: Bool) -> ToolApprovals {
        var approvals = ToolApprovals()
        for (id, tools) in memory.withLock(\.approvals) {
            let approved = tools.values.compactMap(\.approved).filter { !wantingReview || $0.party != Self.firstUse }
            approvals.approve(approved.map { ToolPin($0.definition) }, of: id)
            for tool in tools.values where tool.waiting?.isRefused == true {
                approvals.refuse(tool.waiting?.definition.hash ?? "", of: id)
            }
        }
        return approvals
    }

    // MARK: Holding lists against approvals

    /// Approves what is seen for the first time, and keeps what differs until somebody has looked at it.
    func review(_ ids: Set<String>) async {
        var hasChanged = false
        for id in ids.sorted() {
            guard let offer = fleet.offer(of: id), offer.isAvailable else { continue }
            guard memory.withLock({ $0.reviewed[id] }) != offer.tools else { continue }
            do {
                if try await turns.take("/tools/\(id)", { try await take(offer.tools, of: id) }) { hasChanged = true }
                memory.withLock { $0.reviewed[id] = offer.tools }
            } catch {
                logger.warning("the tools of \(id) could not be held against what was approved: \(error)")
            }
        }
        if hasChanged { settleRoles() }
    }

    /// - Returns: whether anything was written.
    private func take(_ tools: [JSONValue], of id: String) async throws -> Bool {
        let known = memory.withLock { $0.approvals[id] } ?? [:]
        var (approved, waiting, dropped) = ([ToolDefinition](), [ToolDefinition](), [String]())
        var seen: Set<String> = []
        for tool in tools {
            guard let pin = ToolPin(tool), seen.insert(pin.name).inserted else { continue }
            let definition = ToolDefinition(tool: pin.name, hash: pin.hash, content: pin.definition)
            let former = known[pin.name]
            if former?.approved?.definition.hash == pin.hash {
                if former?.waiting != nil { dropped.append(pin.name) }
            } else if former == nil, ToolApprovals().standing(of: tool, in: id).suspicions.isEmpty {
                approved.append(definition)
            } else if former?.waiting?.definition.hash != pin.hash {
                waiting.append(definition)
            }
        }
        guard !approved.isEmpty || !waiting.isEmpty || !dropped.isEmpty else { return false }
        let now = settings.now()
        if !approved.isEmpty { try await store.approve(approved, of: id, by: Self.firstUse, at: now) }
        if !waiting.isEmpty { try await store.quarantine(waiting, of: id, at: now) }
        if !dropped.isEmpty { try await store.dropQuarantined(dropped, of: id) }
        keep(try await store.approvals(of: id), of: id)
        for definition in waiting {
            publish(.role, id, ["what": "quarantined", "tool": .string(definition.tool)])
        }
        return true
    }

    // MARK: Looking at what waits

    /// Sorted by integration and name; of one integration, or of all.
    package func toolReviews(_ id: String?) async throws -> [ToolReview] {
        if let id { _ = try entry(id) }
        let wanting = Set(
            registry.roles.filter { rules(of: $0).approval == .review }.flatMap { members(of: $0).map(\.integration) }
        )
        let all = memory.withLock(\.approvals).filter { id == nil || $0.key == id }
        return all.sorted { $0.key < $1.key }.flatMap { id, tools in
            tools.values.sorted { $0.tool < $1.tool }.compactMap { review(of: $0, in: id, wanting.contains(id)) }
        }
    }

    private func review(of tool: ToolApproval, in id: String, _ isWanted: Bool) -> ToolReview? {
        var approvals = ToolApprovals()
        if let waiting = tool.waiting {
            if let approved = tool.approved { approvals.approve([ToolPin(approved.definition)], of: id) }
            let standing = approvals.standing(of: waiting.definition.content, in: id)
            return ToolReview(
                id,
                tool: tool.tool,
                standing: waiting.isRefused ? .refused : tool.approved == nil ? .suspicious : .changed,
                hash: waiting.definition.hash,
                since: Timestamp(milliseconds: waiting.since.milliseconds),
                text: standing.description,
                definition: waiting.definition.content,
                approved: tool.approved?.definition.content
            )
        }
        guard isWanted, let approved = tool.approved, approved.party == Self.firstUse else { return nil }
        return ToolReview(
            id,
            tool: tool.tool,
            standing: .unreviewed,
            hash: approved.definition.hash,
            since: Timestamp(milliseconds: approved.at.milliseconds),
            text: approvals.standing(of: approved.definition.content, in: id).description,
            definition: approved.definition.content
        )
    }

    /// All or none: where a definition is not the one that was looked at, nothing is approved.
    package func approve(_ id: String, _ request: ApproveRequest) async throws -> [ToolReview] {
        try await judge(id, request, "approve", "approved") { approved in
            try await store.approve(approved, of: id, by: "operator", at: settings.now())
        }
    }

    /// All or none; what is refused is offered to nobody, whatever a role asks for.
    package func refuse(_ id: String, _ request: ApproveRequest) async throws -> [ToolReview] {
        try await judge(id, request, "refuse", "refused") { refused in
            try await store.refuse(refused, of: id, at: settings.now())
        }
    }

    private func judge(
        _ id: String,
        _ request: ApproveRequest,
        _ action: String,
        _ deed: String,
        _ keepJudgement: ([ToolDefinition]) async throws -> Void
    ) async throws -> [ToolReview] {
        _ = try entry(id)
        return try await turns.take("/tools/\(id)") {
            try await audited(action, id) {
                let judged = try definitions(request, of: id, deed)
                try await keepJudgement(judged)
                keep(try await store.approvals(of: id), of: id)
                settleRoles()
                publish(.role, id, ["what": .string(deed), "tools": .array(judged.map { .string($0.tool) })])
            }
            return try await toolReviews(id)
        }
    }

    /// What was looked at, by name and hash.
    private func definitions(
        _ request: ApproveRequest,
        of id: String,
        _ deed: String
    ) throws(Problem) -> [ToolDefinition] {
        let known = memory.withLock { $0.approvals[id] } ?? [:]
        var faults: [Problem.Fault] = []
        var judged: [ToolDefinition] = []
        for (index, name) in (request.tools?.keys.sorted() ?? known.keys.sorted()).enumerated() {
            guard let tool = known[name], let next = tool.waiting?.definition ?? tool.approved?.definition else {
                faults.append(unknown(name, index, id))
                continue
            }
            if let wanted = request.tools?[name] ?? nil, wanted != next.hash {
                faults.append(
                    Problem.Fault(
                        field: "/tools/\(index)",
                        message: "\(name) is not what was looked at any more: it is \(next.hash) now",
                        fix: "look at it again: openwork tools review \(id)"
                    )
                )
                continue
            }
            judged.append(next)
        }
        guard faults.isEmpty else {
            throw Problem(409, "not_reviewed", "nothing was \(deed)", fix: faults[0].fix, faults: faults)
        }
        return judged
    }

    private func unknown(_ name: String, _ index: Int, _ id: String) -> Problem.Fault {
        Problem.Fault(
            field: "/tools/\(index)",
            message: "\(id) has listed no tool \(name)",
            fix: "see what waits: openwork tools review \(id)"
        )
    }
}

extension ToolPin {
    /// The pin that a definition of the store was made of.
    fileprivate init(_ definition: ToolDefinition) {
        self.init(name: definition.tool, definition: definition.content, hash: definition.hash)
    }
}
