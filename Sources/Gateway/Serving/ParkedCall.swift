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
        var answer: UpstreamAnswer?
        var bell = OneShot<Void>()
        var reports: CallReports?
    }

    /// Ends the call at the integration.
    let stop = OneShot<Void>()

    private let state = Mutex(State())

    // MARK: The integration's side

    /// Waits for what the client brings; cancelled when the integration takes the question back.
    func ask(_ request: Request) async -> Result<JSONObject, ErrorObject> {
        let answer = OneShot<Result<JSONObject, ErrorObject>>()
        let (key, bell) = state.withLock { state in
            state.lastQuestion += 1
            let key = "input-\(state.lastQuestion)"
            let input = InputRequiredResult.InputRequest(key: key, method: request.method, params: request.params)
            state.questions.append(Question(request: input, answer: answer))
            return (key, state.bell)
        }
        bell.fire()
        let brought = await answer.wait()
        state.withLock { $0.questions.removeAll { $0.request.key == key } }
        return brought ?? .failure(ErrorObject(.internalError, "The question was taken back"))
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
            return answered
        }
        for (answer, response) in answered { answer.fulfil(.success(response)) }
    }

    /// What is new; nil when the waiting task is cancelled first.
    func next(_ reports: CallReports?) async -> News? {
        state.withLock { $0.reports = reports }
        defer { state.withLock { $0.reports = nil } }
        while true {
            let (news, bell) = state.withLock { state -> (News?, OneShot<Void>) in
                if let answer = state.answer { return (.ended(answer), state.bell) }
                if !state.questions.isEmpty { return (.questions(state.questions.map(\.request)), state.bell) }
                state.bell = OneShot()
                return (nil, state.bell)
            }
            if let news { return news }
            guard await bell.wait() != nil else { return nil }
        }
    }
}
