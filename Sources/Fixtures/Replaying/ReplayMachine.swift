import JSON
import MCP

/// Serves a fixture as if it were the server: decides what to send, and leaves sending to its driver.
///
/// A request is matched by its method and the parameters that count. One that was never recorded gets an error that
/// shows the nearest recorded one, so that no client waits for ever.
package struct ReplayMachine: Sendable {
    private struct Performance {
        let cue: Int
        let id: JSONValue?
        let token: JSONValue?
        var position = 0
        var hasAnswered = false
        var asked: [JSONValue: JSONValue] = [:]
        var awaited: JSONValue?
        var deadline: Duration?
    }

    private let book: CueBook
    private let isHTTP: Bool
    private let patience: Duration
    private let endCode: Int32
    private var played: Set<Int> = []
    private var performances: [Int: Performance] = [:]
    private var turnCount = 0
    private var askCount = 0

    /// Prepares a fixture to be served.
    /// - Parameters:
    ///   - fixture: what is served.
    ///   - overHTTP: whether the driver can answer with a status of HTTP.
    ///   - patience: how long the client may take to answer what the server asks; then the replay goes on.
    package init(_ fixture: Fixture, overHTTP: Bool = false, patience: Duration = .seconds(10)) {
        book = CueBook(fixture)
        isHTTP = overHTTP
        self.patience = patience
        let exits = fixture.entries.filter { $0.from == .exit }
        endCode = exits.last?.message["code"]?.intValue.map { Int32(truncatingIfNeeded: $0) } ?? 0
    }

    /// What the server does before anybody says anything.
    package mutating func start() -> [ReplayAction] {
        book.prelude.compactMap { step in
            switch step {
            case .standardError(let line): .standardError(line)
            case .exit(let code): .exit(code)
            case .raw(let text): .send(Array(text.utf8), turn: nil)
            case .say(let message, _), .ask(let message, _), .answer(let message): .send(message.utf8(), turn: nil)
            case .await: nil
            }
        }
    }

    /// When the driver has to call `due`; nil when nothing waits.
    package var nextDue: Duration? {
        performances.values.compactMap(\.deadline).min()
    }

    /// Goes on where a client took too long to answer a question.
    package mutating func due(at now: Duration) -> [ReplayAction] {
        let late = performances.filter { $0.value.deadline.map { $0 <= now } ?? false }.keys.sorted()
        return late.flatMap { turn in
            performances[turn]?.awaited = nil
            return perform(turn, at: now)
        }
    }

    /// The client closed its side.
    package mutating func endInput() -> [ReplayAction] {
        performances = [:]
        return [.exit(endCode)]
    }

    /// Takes one message or batch of the client.
    package mutating func receive(_ bytes: [UInt8], at now: Duration) -> ReplayReaction {
        var reaction = ReplayReaction()
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            return refuse(ErrorObject(.parseError, "this is no JSON: \(error)"), id: .null)
        }
        for message in value.arrayValue ?? [value] {
            let part = receive(message, at: now)
            reaction.turns += part.turns
            reaction.actions += part.actions
        }
        return reaction
    }

    private mutating func receive(_ message: JSONValue, at now: Duration) -> ReplayReaction {
        guard let method = message["method"]?.stringValue else {
            guard let id = message["id"], message["result"] != nil || message["error"] != nil else {
                return refuse(.invalidRequest("this is no JSON-RPC message"), id: message["id"] ?? .null)
            }
            return ReplayReaction(actions: answered(id, at: now))
        }
        let params = message["params"]?.objectValue
        let form = RequestForm(method: method, params: params)
        guard let id = message["id"] else { return notified(form, params, at: now) }
        guard let cue = match(form, isRequest: true) else {
            return method == "ping" ? reply(["result": [:]], id: id) : refuse(MissingCue(book, form).error, id: id)
        }
        played.insert(cue)
        turnCount += 1
        let token = params?["_meta"]?[MetaKey.progressToken]
        performances[turnCount] = Performance(cue: cue, id: id, token: token)
        let turn = ReplayTurn(
            number: turnCount,
            isStreamed: book.cues[cue].isStreamed,
            status: book.cues[cue].status ?? 200
        )
        return ReplayReaction(turns: [turn], actions: perform(turnCount, at: now))
    }

    private mutating func notified(_ form: RequestForm, _ params: JSONObject?, at now: Duration) -> ReplayReaction {
        if form.method == "notifications/cancelled" {
            let given = performances.filter { $0.value.id == params?["requestId"] }.keys.sorted()
            for turn in given { performances[turn] = nil }
            return ReplayReaction(actions: given.map { .finish(turn: $0) })
        }
        guard let cue = match(form, isRequest: false) else { return ReplayReaction() }
        played.insert(cue)
        turnCount += 1
        performances[turnCount] = Performance(cue: cue, id: nil, token: nil)
        return ReplayReaction(actions: perform(turnCount, at: now))
    }

    private mutating func answered(_ id: JSONValue, at now: Duration) -> [ReplayAction] {
        guard let turn = performances.first(where: { $0.value.awaited == id })?.key else {
            // It may come before it is waited for.
            for turn in performances.keys {
                guard let recorded = performances[turn]?.asked.first(where: { $0.value == id })?.key else { continue }
                performances[turn]?.asked[recorded] = nil
            }
            return []
        }
        performances[turn]?.awaited = nil
        return perform(turn, at: now)
    }

    /// The first that was not played yet; when all were, the last.
    private func match(_ form: RequestForm, isRequest: Bool) -> Int? {
        let same = book.cues.indices.filter { (book.cues[$0].id != nil) == isRequest }
        let exact = same.filter { book.cues[$0].form.matches(form) }
        let loosened = form.loosened
        let close = exact.isEmpty ? same.filter { book.cues[$0].form.loosened.matches(loosened) } : exact
        return close.first { !played.contains($0) } ?? close.last
    }

    private mutating func refuse(_ error: ErrorObject, id: JSONValue) -> ReplayReaction {
        reply(["error": error.json], id: id)
    }

    private mutating func reply(_ answer: JSONObject, id: JSONValue) -> ReplayReaction {
        turnCount += 1
        let message = JSONObject([("jsonrpc", "2.0"), ("id", id)] + answer.map { ($0.key, $0.value) })
        return ReplayReaction(
            turns: [ReplayTurn(number: turnCount, isStreamed: false, status: 200)],
            actions: [.send(JSONValue.object(message).utf8(), turn: turnCount), .finish(turn: turnCount)]
        )
    }

    /// Plays on until the end, or until the client has to answer something.
    private mutating func perform(_ turn: Int, at now: Duration) -> [ReplayAction] {
        guard var performance = performances[turn] else { return [] }
        let cue = book.cues[performance.cue]
        performance.deadline = nil
        var actions: [ReplayAction] = []
        while performance.position < cue.steps.count {
            let step = cue.steps[performance.position]
            performance.position += 1
            switch step {
            case .say(let message, let isPrompted):
                guard let said = rewritten(message, performance, cue) else { continue }
                actions.append(.send(said.utf8(), turn: isPrompted ? turn : nil))
            case .ask(let message, let isPrompted):
                askCount += 1
                let id = JSONValue.string("replay-\(askCount)")
                if let recorded = message["id"] { performance.asked[recorded] = id }
                actions.append(.send(message.replacing("id", id).utf8(), turn: isPrompted ? turn : nil))
            case .await(let recorded):
                guard let id = performance.asked.removeValue(forKey: recorded) else { continue }
                performance.awaited = id
                performance.deadline = now + patience
                performances[turn] = performance
                return actions
            case .answer(let message):
                // A body of HTTP that is JSON and no JSON-RPC is a refusal, of which a pipe has no form.
                guard isHTTP || message["jsonrpc"] != nil else { continue }
                performance.hasAnswered = true
                guard let id = performance.id else { continue }
                actions.append(.send(message.replacing("id", id).utf8(), turn: turn))
            case .raw(let text):
                if let refusal = refusal(cue, text, turn) {
                    performance.hasAnswered = true
                    actions.append(refusal)
                } else if cue.status == nil {
                    // Only what a process printed is printed again: over HTTP it was a body, and is told in the error.
                    actions.append(.send(Array(text.utf8), turn: nil))
                }
            case .standardError(let line):
                actions.append(.standardError(line))
            case .exit(let code):
                performances[turn] = nil
                return actions + [.exit(code)]
            }
        }
        performances[turn] = nil
        guard let id = performance.id else { return actions }
        if !performance.hasAnswered { actions.append(unanswered(cue, id, turn)) }
        return actions + [.finish(turn: turn)]
    }

    private func refusal(_ cue: Cue, _ text: String, _ turn: Int) -> ReplayAction? {
        guard isHTTP, let status = cue.status, cue.answer == nil else { return nil }
        return .refuse(turn: turn, status: status, fields: cue.fields, body: text)
    }

    /// Where the recorded server said nothing, something has to be said, or the client would wait for ever.
    private func unanswered(_ cue: Cue, _ id: JSONValue, _ turn: Int) -> ReplayAction {
        if isHTTP, let status = cue.status, !(200..<300).contains(status) {
            return .refuse(turn: turn, status: status, fields: cue.fields, body: "")
        }
        let what =
            cue.status.map { "answered it with HTTP status \($0) and no JSON-RPC message" } ?? "never answered it"
        let error = ErrorObject(
            .internalError,
            "replay: the recorded server \(what) (line \(cue.line) of the fixture)",
            data: (cue.rawText ?? cue.answer?.text()).map { ["body": .string($0)] }
        )
        return .send(Envelope(.error(RequestID(id), error), payload: nil).encoded, turn: turn)
    }

    /// A notification for this client: under its token and its ids; nil when the client asked for none.
    private func rewritten(_ message: JSONValue, _ performance: Performance, _ cue: Cue) -> JSONValue? {
        guard var params = message["params"]?.objectValue else { return message }
        if let token = params["progressToken"], token == cue.progressToken {
            guard let own = performance.token else { return nil }
            params["progressToken"] = own
        }
        if let asked = params["requestId"], let own = performance.asked[asked] { params["requestId"] = own }
        if let id = performance.id, var meta = params["_meta"]?.objectValue, meta[MetaKey.subscriptionID] == cue.id {
            meta[MetaKey.subscriptionID] = id
            params["_meta"] = .object(meta)
        }
        return message.replacing("params", .object(params))
    }
}

extension JSONValue {
    fileprivate func replacing(_ key: String, _ value: JSONValue) -> JSONValue {
        guard case .object(var object) = self else { return self }
        object[key] = value
        return .object(object)
    }
}
