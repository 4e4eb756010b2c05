import HTTPTypes
import MCPHTTP
@testable import Skills
import Synchronization

/// Answers requests from a list, the last answer again and again, and remembers them.
final class ScriptedExchanger: HTTPExchanger {
    private struct State {
        var answers: [Result<VendorAnswer, HTTPFault>]
        var calls: [HTTPCall] = []
    }

    private let state: Mutex<State>

    init(_ answers: VendorAnswer...) { state = Mutex(State(answers: answers.map { .success($0) })) }

    init(failing fault: HTTPFault) { state = Mutex(State(answers: [.failure(fault)])) }

    var calls: [HTTPCall] { state.withLock(\.calls) }

    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        let answer = state.withLock { state in
            state.calls.append(call)
            return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
        }
        let value = try answer.get()
        let (body, sink) = AsyncThrowingStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(1))
        sink.yield(value.body)
        sink.finish()
        return HTTPReply(status: value.status, fields: value.fields, body: body)
    }
}

extension VendorAnswer {
    init(_ status: Int, _ text: String, _ headers: [String: String] = [:]) {
        var fields: HTTPFields = [.contentType: "application/json"]
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields[name] = value
        }
        self.init(status: status, fields: fields, body: Array(text.utf8))
    }
}

extension SkillServer {
    /// A server whose vendor is a list, with the real clock and a fixed day: 2026-01-01.
    init(_ skill: Skill, values: SkillValues = DemoSkill.values, _ exchanger: any HTTPExchanger) {
        self.init(skill, values: values, exchanger: exchanger, clock: ContinuousClock(), now: { 1_767_225_600 })
    }
}
