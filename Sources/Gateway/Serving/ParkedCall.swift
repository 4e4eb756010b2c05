import JSON
import MCP
import MCPConnection
import Synchronization

/// A call at an integration with sessions, made for a modern client: in flight while the client fetches answers.
///
/// The integration asks in the middle of the call; a modern client is asked by an answer, and comes back with another
/// request. Between the two nobody but this value holds the call.
final class ParkedCall: Sendable {
    /// What there is to tell the client.
    enum News: Sendable {
        case questions([InputRequiredResult.InputRequest])
        case ended(UpstreamAnswer)
    }

    private struct Question {
        let request: InputRequiredResult.InputRequest
        let answer: OneShot<Result<JSONObject, ErrorObject>>
    }

    private struct State {
        var questions: [Question] = []
        var lastQuestion = 0
        /// What the client brought before it was asked, by the names of questions.
        var brought: [String: JSONObject]
        var round = QuestionRound()
        var answer: UpstreamAnswer?
        var bell = OneShot<Void>()
        var reports: CallReports?
    }

    /// Ends the call at the integration.
    let stop = OneShot<Void>()

    /// How long questions wait for others that were announced together with them.
    private static let patience = Duration.seconds(2)

    private let state: Mutex<State>

    init(_ brought: [String: JSONObject] = [:]) {
        state = Mutex(State(brought: brought))
    }

    // MARK: The integration's side

    /// Waits for what the client brings; cancelled when the integration takes the question back.
    func ask(_ request: Request) async -> Result<JSONObject, ErrorObject> {
        let answer = OneShot<Result<JSONObject, ErrorObject>>()
        let note = CallNote.question(request.params)
        let (known, key, bell) = state.withLock { state -> (JSONObject?, String, OneShot<Void>) in
            state.lastQuestion += 1
            state.round.take(note)
            var key = "input-\(state.lastQuestion)"
            if let name = note?.name, !state.questions.contains(where: { $0.request.key == name }) { key = name }
            let known = key == note?.name ? state.brought.removeValue(forKey: key) : nil
            if known == nil {
                let params = CallNote.stripped(request.params)
                let input = InputRequiredResult.InputRequest(key: key, method: request.method, params: params)
                state.questions.append(Question(request: input, answer: answer))
            }
            return (known, key, state.bell)
        }
        bell.fire()
        if let known { return .success(known) }
        let brought = await answer.wait()
        state.withLock { $0.questions.removeAll { $0.answer === answer } }
        return brought ?? .failure(ErrorObject(.internalError, "\(key) was taken back"))
    }

    /// The call is over.
    func end(_ answer: UpstreamAnswer) {
        let bell = state.withLock { state in
            state.answer = answer
            return state.bell
        }
        bell.fire()
    }

    /// Tells whoever waits for the call just now.
    func report(_ tell: (CallReports) -> Void) {
        if let reports = state.withLock(\.reports) { tell(reports) }
    }

    // MARK: The client's side

    /// Whether the call is over.
    var isOver: Bool { state.withLock { $0.answer != nil } }

    /// Gives the integration what the client has brought; what is missing is asked again.
    func bring(_ responses: [String: JSONObject]) {
        let answered = state.withLock { state in
            let answered = state.questions.compactMap { question in
                responses[question.request.key].map { (question.answer, $0) }
            }
            state.questions.removeAll { responses[$0.request.key] != nil }
            if state.questions.isEmpty { state.round = QuestionRound() }
            return answered
        }
        for (answer, response) in answered { answer.fulfil(.success(response)) }
    }

    /// What is new; nil when the waiting task is cancelled first.
    ///
    /// Questions that are asked together come together, unless one of them keeps the others waiting for too long.
    func next(_ reports: CallReports?, _ time: Timekeeper) async -> News? {
        state.withLock { $0.reports = reports }
        defer { state.withLock { $0.reports = nil } }
        var isPatient = true
        while true {
            let (news, isPartial, bell) = state.withLock { state -> (News?, Bool, OneShot<Void>) in
                if let answer = state.answer { return (.ended(answer), false, state.bell) }
                let isPartial = !state.questions.isEmpty
                if isPartial, state.round.isComplete || !isPatient {
                    return (.questions(state.round.sorted(state.questions.map(\.request))), false, state.bell)
                }
                state.bell = OneShot()
                return (nil, isPartial, state.bell)
            }
            if let news { return news }
            if isPartial {
                isPatient = await time.limit(to: Self.patience) { await bell.wait() } != nil
            } else {
                _ = await bell.wait()
            }
            if Task.isCancelled { return nil }
        }
    }
}
