import JSON
import MCP
import MCPConnection
import MCPHTTP
import Synchronization

/// Makes the requests of calls: asks the pacer, sends, reads, and waits where the vendor wants it.
final class SkillCaller: Sendable {
    private let skill: Skill
    private let values: SkillValues
    private let exchanger: any HTTPExchanger
    private let time: Timekeeper
    private let now: @Sendable () -> Double
    private let mask: AnswerMask
    private let pacer = Mutex(Pacer())

    init(
        skill: Skill,
        values: SkillValues,
        exchanger: any HTTPExchanger,
        time: Timekeeper,
        now: @escaping @Sendable () -> Double
    ) {
        self.skill = skill
        self.values = values
        self.exchanger = exchanger
        self.time = time
        self.now = now
        mask = AnswerMask(values, of: skill)
    }

    /// One call, within the bounds of the skill; cancelling the task ends it.
    func call(_ operation: SkillOperation, _ arguments: JSONObject) async -> Result<SkillResult, SkillFailure> {
        let result = await time.limit(to: skill.limits.total) { [self] in await attempt(operation, arguments) }
        switch result {
        case .success(let value): return .success(mask.masked(value))
        case .failure(let failure): return .failure(mask.masked(failure))
        case nil:
            let seconds = skill.limits.total.inSeconds
            return .failure(SkillFailure(.timeout, "\(skill.name) gave no complete answer within \(seconds) s"))
        }
    }

    private func attempt(_ operation: SkillOperation, _ arguments: JSONObject) async -> Result<
        SkillResult, SkillFailure
    > {
        let request = SkillRequest(skill: skill, operation: operation, values: values)
        let route = Self.route(operation, arguments)
        var patience = Patience(skill.limits)
        do throws(SkillFailure) {
            let call = try request.call(arguments)
            while true {
                try await takePlace(route, &patience)
                let answer = try await exchange(call)
                let reader = AnswerReader(skill: skill, operation: operation, arguments: arguments, now: now())
                let (result, rate) = reader.read(answer)
                let isThrottled = result.failure?.outcome == .rateLimited
                pacer.withLock { $0.learn(rate, isThrottled: isThrottled, about: route, now: time.elapsed) }
                guard isThrottled, case .wait(let pause) = patience.throttled(rate.pause) else { return result }
                guard await time.wait(pause) else { return result }
            }
        } catch {
            return .failure(error)
        }
    }

    /// Waits for a place in the tier, as long as the call may wait.
    private func takePlace(_ route: Pacer.Route, _ patience: inout Patience) async throws(SkillFailure) {
        let decision = pacer.withLock { $0.reserve(route, now: time.elapsed, patience: patience.left) }
        switch decision {
        case .send(after: .zero):
            break
        case .send(let wait):
            patience.spend(wait)
            // Cancelled means that nobody waits for the answer, and the request that follows is cancelled too.
            _ = await time.wait(wait)
        case .refuse(let wait):
            let message =
                "\(skill.name) takes the next request of this kind in \(wait.inSeconds) s: "
                + "a call does not wait that long"
            throw SkillFailure(.rateLimited, message, retryAfter: wait)
        }
    }

    private func exchange(_ call: HTTPCall) async throws(SkillFailure) -> VendorAnswer {
        do throws(HTTPFault) {
            let reply = try await exchanger.exchange(call)
            let body = try await reply.collect(limitInBytes: skill.limits.answerBytes)
            return VendorAnswer(status: reply.status, fields: reply.fields, body: body)
        } catch {
            throw SkillFailure(error, skill)
        }
    }

    private static func route(_ operation: SkillOperation, _ arguments: JSONObject) -> Pacer.Route {
        let major = operation.path.names.first.flatMap { name in
            operation.parameters.first { $0.wireName == name && $0.place == .path }
        }
        let value = major.flatMap { arguments[$0.name] }.map(SkillRequest.text) ?? ""
        return Pacer.Route(
            name: "\(operation.tool.name) \(value)",
            major: value,
            tier: operation.tier,
            tierValue: operation.tier?.argument.flatMap { arguments[$0] }.map(SkillRequest.text)
        )
    }
}

extension Result where Failure == SkillFailure {
    fileprivate var failure: SkillFailure? {
        guard case .failure(let error) = self else { return nil }
        return error
    }
}
