import JSON
import MCP
import MCPConnection
import Synchronization

/// The way of one call from a client to an integration and back, whichever eras the two are of.
struct Passage: Sendable {
    /// Why a call was not passed on.
    struct Refused: Error {
        let error: ErrorObject
        /// For the audit.
        let word: String
    }

    /// How often a modern integration may ask before its answer, where the client is of the legacy era.
    private static let roundLimit = 8

    let connection: RoleConnection
    let call: ServerCall
    let target: ToolOrigin
    let params: Members
    let policy: RolePolicy
    /// What the integration offers now.
    let offer: UpstreamOffer?

    var gateway: RoleGateway { connection.gateway }
    var integration: String { target.integration }
    var isModern: Bool { call.context.era == .modern }

    /// Whether the call may have to wait for its client, or is one that did: only then it is held against another.
    var mayBeParked: Bool {
        isModern && offer?.revision?.era == .legacy && (asked.canBeAsked || params["requestState"] != nil)
    }

    /// The answer to pass back; for a modern client possibly the question of a call that goes on.
    func answer(arguments: JSONValue?) async throws(Refused) -> UpstreamAnswer {
        let isLegacyUpstream = offer?.revision?.era == .legacy
        // A server with sessions gives nobody a state, so one that comes can only be ours.
        let isTranslated = isModern && isLegacyUpstream && Method.mayRequireInput(call.context.method)
        if isTranslated, let state = params["requestState"] {
            return try await resume(state.string, arguments)
        }
        let brought = isTranslated ? try broughtResponses() : [:]
        try await enter()
        if isTranslated, asked.canBeAsked { return try await begin(arguments, brought) }
        let answer = await reporting { await converse($0) }
        leave(answer)
        return answer
    }

    // MARK: The gate

    /// Lets the call begin, or says why not; where the integration is only busy, it waits a while for its turn.
    private func enter() async throws(Refused) {
        let start = gateway.time.elapsed
        var hasTurn = false
        while let (refusal, turn) = attempt(hasTurn: hasTurn) {
            hasTurn = true
            let patience = CallQueue.patience - (gateway.time.elapsed - start)
            guard let turn, patience > .zero else { throw refused(refusal, turn) }
            if await gateway.time.limit(to: patience, { await turn.wait() }) == nil || Task.isCancelled {
                throw refused(refusal, turn)
            }
        }
    }

    /// Nil where the call has begun; otherwise why not, and the turn to wait for.
    private func attempt(hasTurn: Bool) -> (CallGate.Refusal, OneShot<Void>?)? {
        let now = gateway.time.elapsed
        let limit = policy.limits.callsPerIntegration
        return gateway.state.withLock { state in
            if !hasTurn, state.queue.isWaited(for: integration) {
                return (.integrationIsBusy(limit: limit), state.queue.join(integration))
            }
            guard let refusal = state.gate.enter(integration, at: now) else { return nil }
            guard case .integrationIsBusy = refusal else { return (refusal, nil) }
            return (refusal, state.queue.join(integration))
        }
    }

    private func refused(_ refusal: CallGate.Refusal, _ turn: OneShot<Void>?) -> Refused {
        if let turn {
            let next = gateway.state.withLock { state in
                // A turn that came too late is the next one's.
                state.queue.leave(integration, turn) ? nil : state.queue.next(integration)
            }
            next?.fire()
        }
        let data: JSONValue = ["integration": .string(integration), "cause": .string(refusal.word)]
        let error = ErrorObject(.internalError, refusal.sentence(integration), data: data)
        return Refused(error: error, word: refusal.word)
    }

    func leave(_ answer: UpstreamAnswer) {
        let now = gateway.time.elapsed
        let next = gateway.state.withLock { state in
            state.gate.leave(integration, answer.ending, at: now)
            return state.queue.next(integration)
        }
        next?.fire()
    }

    // MARK: The caller

    /// What the client can be asked.
    var asked: AskedClient { AskedClient(call.context.clientCapabilities, in: call.context.revision) }

    /// Works with somebody who passes reports on, where the client wants any.
    func reporting<Value: Sendable>(_ work: (CallReports?) async -> Value) async -> Value {
        let wantsMessages = isModern ? call.context.logLevel != nil : offer?.capabilities.supportsLogging ?? true
        guard call.context.progressToken != nil || wantsMessages else { return await work(nil) }
        return await CallReports.during(call) { await work($0) }
    }

    /// A request to the integration; what is said on the way goes where the closure says.
    func request(
        _ params: Members,
        reports: (@Sendable (@Sendable (CallReports) -> Void) -> Void)?,
        ask: @escaping @Sendable (Request) async -> Result<JSONObject, ErrorObject>
    ) -> UpstreamRequest {
        let (connection, isModern, asked) = (connection, isModern, asked)
        let least = isModern ? call.context.logLevel : connection.state.withLock(\.level)
        var caller = UpstreamCaller(
            conversation: connection.conversation(isModern),
            capabilities: asked.capabilities,
            revision: asked.revision,
            // A server that has to be told for each call says nothing by itself.
            logLevel: least ?? (!isModern && offer?.revision?.era == .modern ? .info : nil),
            ask: { request in
                if let refusal = asked.refusal(of: request) { return .failure(refusal) }
                return await ask(request)
            }
        )
        if let reports {
            if call.context.progressToken != nil {
                caller.onProgress = { progress in reports { $0.progress(progress) } }
            }
            caller.onNotification = { notification in
                let isWanted =
                    isModern
                    ? least.flatMap { least in RoleConnection.level(of: notification).map { $0 >= least } } ?? false
                    : connection.isWanted(notification)
                if isWanted { reports { $0.notification(notification) } }
            }
        }
        return UpstreamRequest(
            call.context.method,
            of: integration,
            params: params,
            timeLimit: asked.canBeAsked ? policy.limits.timeWithQuestions : policy.limits.time,
            caller: caller
        )
    }

    // MARK: Asking a legacy client

    /// Asks the integration, and a legacy client for whatever a modern integration wants first.
    private func converse(_ reports: CallReports?) async -> UpstreamAnswer {
        var params = params
        if offer?.revision?.era == .legacy {
            params["inputResponses"] = nil
            params["requestState"] = nil
        }
        let relay = reports.map { reports in
            { @Sendable (tell: @Sendable (CallReports) -> Void) in tell(reports) }
        }
        for _ in 0..<Self.roundLimit {
            let answer = await gateway.upstreams.perform(request(params, reports: relay) { await ask($0) })
            guard !isModern, case .outcome(.inputRequired(let needed)) = answer else { return answer }
            var responses = JSONObject()
            for question in needed.inputRequests {
                let request = Request(id: .string(question.key), method: question.method, params: question.params)
                if let refusal = asked.refusal(of: request) { return .outcome(.error(refusal)) }
                switch await ask(request) {
                case .success(let response): responses[question.key] = .object(response)
                case .failure(let error): return .outcome(Task.isCancelled ? .cancelled : .error(error))
                }
            }
            params["inputResponses"] = responses.isEmpty ? nil : .value(.object(responses))
            params["requestState"] = needed.requestState.map { .value(.string($0)) }
        }
        let what = "\(integration) still asks for input after \(Self.roundLimit) rounds"
        return .outcome(.error(ErrorObject(.internalError, what)))
    }

    /// Asks a legacy client in the middle of the call.
    private func ask(_ request: Request) async -> Result<JSONObject, ErrorObject> {
        guard !isModern else { return .failure(.methodNotFound(request.method)) }
        switch await call.request(request.method, params: CallNote.stripped(request.params)) {
        case .result(let result): return .success(result)
        case .error(let error): return .failure(error)
        case .notAllowed(let why): return .failure(.invalidRequest("\(request.method) for \(integration): \(why)"))
        case .invalid(let violation):
            return .failure(ErrorObject(.internalError, "\(request.method) for \(integration): \(violation.detail)"))
        case .lost:
            return .failure(ErrorObject(.internalError, "\(request.method) for \(integration) was never answered"))
        }
    }
}
