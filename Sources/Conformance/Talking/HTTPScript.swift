import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// Makes single HTTP requests beside the session, each of them for one rule, and in the legacy era in its own session.
struct HTTPScript<C: Clock<Duration>> {
    let door: HTTPDoor
    let talk: Talk
    private let letters: HTTPLetters
    private let notes: StepNotes
    private let clock: C
    private let onStep: @Sendable (Step) -> Void
    var trials: [Step: HTTPTrial] = [:]
    private var unanswered = 0

    init(
        door: HTTPDoor,
        talk: Talk,
        session: OpenedSession,
        notes: StepNotes,
        clock: C,
        onStep: @escaping @Sendable (Step) -> Void
    ) {
        self.door = door
        self.talk = talk
        self.notes = notes
        self.clock = clock
        self.onStep = onStep
        letters = HTTPLetters(address: door.address, revision: session.revision, talk: talk)
    }

    /// Everything that was asked for and that the transport has.
    mutating func run() async {
        switch door.transport() {
        case .eventStream: await make(.httpOrigin, letters.eventStreamFromElsewhere, headOnly: true)
        case .modern: await runModern()
        case .streamable: await runLegacy()
        case nil: break
        }
    }

    private mutating func runLegacy() async {
        guard !talk.steps.isDisjoint(with: Step.httpSteps) else {
            return
        }
        let opened = await visit(.httpOpen, letters.initialize)
        trials[.httpOpen] = .made(opened)
        guard opened.isSuccess else {
            let reason = "no session for single requests could be opened: \(opened.summary)"
            for step in Step.httpSteps where step != .httpOpen {
                trials[step] = .notMade(reason)
            }
            return
        }
        let id = opened.answerFields[MCPField.sessionID]
        // Also when nobody asked for it: without it the session is not open.
        trials[.httpNotify] = .made(await visit(.httpNotify, letters.initialized(in: id)))
        await runProtection(letters.initialize)
        await makeParallel(Self.numbers.map { letters.ping(in: id, number: $0) })
        await poll(in: id)
        await make(.httpGet, letters.get(in: id), headOnly: true)
        await make(.httpOrigin, letters.ping(in: id, from: HTTPLetters.foreignOrigin))
        await makeForeignHost(letters.ping(in: id))
        await make(.httpMalformed, letters.halfMessage(in: id))
        if letters.revision.allowsBatches {
            await make(.httpBatch, letters.batch(in: id))
        }
        if letters.namesRevision {
            await make(.httpBadVersion, letters.ping(in: id, version: Negotiation.inventedRevision))
            await make(.httpNoVersion, letters.ping(in: id, version: nil))
        }
        await runSessionTrials(id)
    }

    private mutating func runSessionTrials(_ id: String?) async {
        guard let id else {
            for step in [Step.httpNoSession, .httpUnknownSession, .httpDelete, .httpAfterDelete] {
                trials[step] = .pointless("the server keeps no sessions")
            }
            return
        }
        await make(.httpNoSession, letters.ping(in: nil))
        await make(.httpUnknownSession, letters.ping(in: "openwork-no-such-session-\(talk.seed)"))
        guard talk.steps.contains(.httpDelete) || talk.steps.contains(.httpAfterDelete) else {
            // Nobody else would end it.
            _ = await visit(.httpDelete, letters.delete(in: id))
            return
        }
        let deleted = await visit(.httpDelete, letters.delete(in: id))
        trials[.httpDelete] = .made(deleted)
        guard deleted.isSuccess else {
            trials[.httpAfterDelete] = .pointless("the server lets nobody end a session: \(deleted.summary)")
            return
        }
        await make(.httpAfterDelete, letters.ping(in: id))
    }

    private mutating func runModern() async {
        await make(.httpNotify, letters.cancellation)
        await runProtection(letters.discover { _ in })
        await makeParallel(Self.numbers.map { letters.discover(number: $0) })
        await make(.httpGet, letters.get(in: nil), headOnly: true)
        await make(.httpDelete, letters.delete(in: nil))
        await make(.httpOrigin, letters.discover { $0[.origin] = HTTPLetters.foreignOrigin })
        await makeForeignHost(letters.discover { _ in })
        await make(.httpMalformed, letters.halfMessage(in: nil))
        await make(.httpNoVersion, letters.discover { $0[MCPField.protocolVersion] = nil })
        let other = ProtocolRevision.latestLegacy.rawValue
        await make(.httpWrongVersion, letters.discover { $0[MCPField.protocolVersion] = other })
        await make(.httpNoMethod, letters.discover { $0[MCPField.method] = nil })
        await make(.httpWrongMethod, letters.discover { $0[MCPField.method] = "tools/list" })
        await make(.httpWrongName, letters.misnamedCall)
        switch HTTPLetters.mirroredTool(in: notes.listings[.firstListing]) {
        case .success(let tool): await make(.httpWrongParameter, letters.misquotedCall(of: tool))
        case .failure(let reason): trials[.httpWrongParameter] = .pointless(reason.text)
        }
    }

    /// What tells apart the requests that are under way at once.
    private static var numbers: [Int] { [11, 12, 13] }

    /// Three requests at once: none of them waits for another.
    private mutating func makeParallel(_ calls: [HTTPCall]) async {
        let steps: [Step] = [.httpParallel1, .httpParallel2, .httpParallel3]
        guard talk.steps.contains(.httpParallel1), unanswered < 2 else {
            return
        }
        onStep(.httpParallel1)
        let (door, bound, clock) = (door, talk.bounds.request, clock)
        async let first = door.visit(calls[0], within: bound, clock: clock)
        async let second = door.visit(calls[1], within: bound, clock: clock)
        async let third = door.visit(calls[2], within: bound, clock: clock)
        for (step, turn) in zip(steps, await [first, second, third]) {
            trials[step] = .made(turn)
        }
    }

    /// A call whose stream breaks off, and the stream again, from the last event that came.
    private mutating func poll(in session: String?) async {
        guard talk.steps.contains(.httpPoll) else {
            return
        }
        guard notes.listings[.firstListing]?.names.contains(Fixtures.reconnection) == true else {
            let reason = "the server has no tool \(Fixtures.reconnection), the fixture for this"
            trials[.httpPoll] = .pointless(reason)
            trials[.httpResume] = .pointless(reason)
            return
        }
        await make(.httpPoll, letters.call(Fixtures.reconnection, in: session))
        guard case .made(let turn) = trials[.httpPoll], let last = turn.events.last(where: { $0.id != nil })?.id,
            !turn.messages.contains(where: { $0["result"] != nil })
        else {
            trials[.httpResume] = .pointless("the stream did not break off after an event with an id")
            return
        }
        await make(.httpResume, letters.get(in: session, after: last))
    }

    /// The host that a request is for only means something where a name could be made to point at us.
    private mutating func makeForeignHost(_ call: HTTPCall) async {
        guard door.address.origin.isLoopback, let name = HTTPField.Name("Host") else {
            trials[.httpHost] = .pointless("the server is not reached over loopback")
            return
        }
        var call = call
        call.fields[name] = HTTPLetters.foreignHost
        await make(.httpHost, call)
    }

    private mutating func make(_ step: Step, _ call: HTTPCall, headOnly: Bool = false) async {
        guard talk.steps.contains(step) else {
            return
        }
        guard unanswered < 2 else {
            trials[step] = .notMade("the server no longer answers single requests")
            return
        }
        trials[step] = .made(await visit(step, call, headOnly: headOnly))
    }

    private mutating func visit(_ step: Step, _ call: HTTPCall, headOnly: Bool = false) async -> HTTPTurn {
        onStep(step)
        let turn = await door.visit(call, headOnly: headOnly, within: talk.bounds.request, clock: clock)
        unanswered = turn.status == nil ? unanswered + 1 : 0
        return turn
    }

    /// The same with other credentials than ours, or with none.
    mutating func visit(_ step: Step, _ call: HTTPCall, credentials: String?) async -> HTTPTurn {
        onStep(step)
        var call = call
        call.fields[.authorization] = credentials
        return await door.visit(call, withCredentials: false, within: talk.bounds.request, clock: clock)
    }
}

extension Step {
    /// What is said in a session, over whatever transport.
    static let spoken = allCases.filter { !httpSteps.contains($0) }

    /// The steps that are single HTTP requests.
    static let httpSteps: Set<Step> = [
        .httpOpen, .httpNotify, .httpParallel1, .httpParallel2, .httpParallel3, .httpPoll, .httpResume, .httpNoToken,
        .httpBadToken, .httpResourceMetadata, .httpGet,
        .httpOrigin, .httpHost, .httpNoSession, .httpUnknownSession,
        .httpBadVersion, .httpNoVersion, .httpMalformed, .httpBatch, .httpWrongVersion, .httpNoMethod,
        .httpWrongMethod, .httpWrongName, .httpWrongParameter, .httpDelete, .httpAfterDelete,
    ]
}
