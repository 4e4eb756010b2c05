import JSON
import MCP

/// Leads an opened conversation through the steps that were asked for, in a fixed order.
struct StepScript<C: Clock<Duration>> {
    /// After so many requests in a row without an answer nothing more is asked.
    private static var patience: Int { 2 }
    static var pageLimit: Int { 200 }

    let conversation: Conversation<C>
    let talk: Talk
    let session: OpenedSession
    let onStep: @Sendable (Step) -> Void
    var notes = StepNotes()
    private var lastID: Int64 = 1000
    private var unanswered = 0
    /// Why nothing more is asked; nil while there is no reason.
    private var obstacle: String?

    init(
        _ conversation: Conversation<C>,
        _ talk: Talk,
        _ session: OpenedSession,
        onStep: @escaping @Sendable (Step) -> Void
    ) {
        self.conversation = conversation
        self.talk = talk
        self.session = session
        self.onStep = onStep
    }

    /// Everything that was asked for, ordinary things first.
    mutating func run() async {
        if session.revision.era == .legacy {
            await step(.ping, "ping")
            await step(.stringID, "ping", id: .string("openwork-string-id"))
        } else {
            await step(.stringID, "server/discover", id: .string("openwork-string-id"))
        }
        await tools()
        await step(.unknownMethod, "openwork/no_such_method_\(talk.seed)")
        await features()
        guard session.revision.era == .modern else {
            return
        }
        await step(.unknownRevision, "server/discover", meta: meta(protocolVersion: Negotiation.inventedRevision))
        var incomplete = meta()
        incomplete[MetaKey.clientCapabilities] = nil
        await step(.missingMeta, "server/discover", meta: incomplete)
        let params = Negotiation.params(talk, .latestLegacy)
        guard conversation.isOverHTTP else {
            return await step(.legacyInitialize, "initialize", params, meta: nil)
        }
        if talk.steps.contains(.legacyInitialize) {
            onStep(.legacyInitialize)
            // Apart from the session, which it would turn into one of the other era.
            notes.exchanges[.legacyInitialize] = await conversation.askApart(
                "initialize",
                params,
                id: nextID(),
                within: talk.bounds.request
            )
        }
    }

    private mutating func tools() async {
        guard talk.steps.contains(.firstListing) else {
            return
        }
        notes.listings[.firstListing] = await list(.firstListing)
        guard session.declares("tools") else {
            return
        }
        await call()
        await step(
            .unknownTool,
            "tools/call",
            ["name": .string("openwork_no_such_tool_\(talk.seed)"), "arguments": [:]]
        )
        await step(.badCursor, "tools/list", ["cursor": .string("openwork-no-such-cursor-\(talk.seed)")])
        if talk.steps.contains(.secondListing) {
            notes.listings[.secondListing] = await list(.secondListing)
        }
    }

    private mutating func call() async {
        guard let listing = notes.listings[.firstListing] else {
            return
        }
        notes.choice = .choosing(from: listing, talk.call)
        guard case .tool(let definition, let arguments) = notes.choice, let name = definition["name"] else {
            if case .none(let reason) = notes.choice {
                skip(.call, "tools/call", reason)
                skip(.wrongArguments, "tools/call", reason)
            }
            return
        }
        await step(.call, "tools/call", ["name": name, "arguments": arguments])
        guard definition.isReadOnlyTool || talk.call?.isReadOnly == true || name == .string(Fixtures.harmless) else {
            let advice = "\(name.text()) does not say readOnlyHint: add --read-only if it changes nothing"
            return skip(.wrongArguments, "tools/call", advice)
        }
        let wrong = definition["inputSchema"].flatMap { WrongArguments.breaking($0, from: arguments) }
        if let wrong {
            await step(.wrongArguments, "tools/call", ["name": name, "arguments": wrong])
        }
    }

    private mutating func list(_ step: Step) async -> Listing {
        onStep(step)
        var pages: [Exchange] = []
        var seen: Set<String> = []
        var params: JSONObject = [:]
        while true {
            let page = await ask("tools/list", params, meta: meta(), id: nextID())
            if case .notSent(let reason) = page.outcome, pages.isEmpty {
                return Listing(pages: [], end: .notTried(reason))
            }
            pages.append(page)
            guard page.isPage, case .result(let result) = page.outcome else {
                return Listing(pages: pages, end: .broken)
            }
            guard let cursor = result["nextCursor"]?.stringValue else {
                return Listing(pages: pages, end: .complete)
            }
            guard seen.insert(cursor).inserted else {
                return Listing(pages: pages, end: .loop(cursor: cursor))
            }
            guard pages.count < Self.pageLimit else {
                return Listing(pages: pages, end: .tooManyPages(limit: Self.pageLimit))
            }
            params = ["cursor": .string(cursor)]
        }
    }

    mutating func step(
        _ step: Step,
        _ method: String,
        _ params: JSONObject = [:],
        id: RequestID? = nil
    ) async {
        await self.step(step, method, params, meta: meta(), id: id)
    }

    mutating func step(
        _ step: Step,
        _ method: String,
        _ params: JSONObject = [:],
        meta: JSONObject?,
        id: RequestID? = nil
    ) async {
        guard talk.steps.contains(step) else {
            return
        }
        onStep(step)
        notes.exchanges[step] = await ask(method, params, meta: meta, id: id ?? nextID())
    }

    mutating func skip(_ step: Step, _ method: String, _ reason: String) {
        if talk.steps.contains(step) {
            notes.exchanges[step] = .notSent(method, reason)
        }
    }

    mutating func ask(
        _ method: String,
        _ params: JSONObject,
        meta: JSONObject?,
        id: RequestID
    ) async -> Exchange {
        if let obstacle {
            return .notSent(method, obstacle)
        }
        var params = params
        if session.revision.era == .modern, let meta {
            params["_meta"] = .object(meta)
        }
        let exchange = await conversation.ask(
            method,
            params.isEmpty ? nil : params,
            id: id,
            within: talk.bounds.request
        )
        switch exchange.outcome {
        case .result, .error, .lost:
            unanswered = 0
        case .serverEnded:
            obstacle = "the server ended during \(method)"
        case .notSent(let reason):
            obstacle = reason
        case .unanswered:
            unanswered += 1
            if unanswered >= Self.patience {
                obstacle = "the server no longer answers, last tried \(method)"
            }
            if method != "initialize" {
                let reason: JSONObject = ["requestId": id.json, "reason": "no answer in time"]
                await conversation.tell("notifications/cancelled", reason)
            }
        }
        return exchange
    }

    mutating func nextID() -> RequestID {
        lastID += 1
        return .integer(lastID)
    }

    func meta(protocolVersion: String? = nil) -> JSONObject {
        [
            MetaKey.protocolVersion: .string(protocolVersion ?? session.revision.rawValue),
            MetaKey.clientInfo: talk.info.json(for: session.revision),
            MetaKey.clientCapabilities: [:],
        ]
    }
}
