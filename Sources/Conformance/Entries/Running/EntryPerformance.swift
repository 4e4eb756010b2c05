import Health
import MCP
import MCPConnection
import Probing
import Registry

/// Plays one server of a plan, scene by scene.
struct EntryPerformance<C: Clock<Duration>>: Sendable {
    let plan: EntryPlan
    let stage: any EntryStage
    let subject: EntrySubject
    let clock: C

    /// The conversation that protocol checks judge.
    func session(_ terms: EntryTerms) async -> SessionRecord {
        let steps = Set((plan.checks + plan.entryChecks.map(\.about)).flatMap(\.steps))
        let talk = Talk(
            offer: plan.offer,
            steps: steps,
            bounds: plan.bounds,
            call: terms.call,
            seed: plan.seed,
            info: Implementation(name: "openwork-conform", version: ConformVersion.current)
        )
        let host = stage.host(play(.sound, terms))
        return await Interview(host: host, talk: talk, clock: clock, onStep: { _ in }).record()
    }

    /// One contact; nil when the run was interrupted.
    func contact(_ condition: EntryPlay.Condition, _ terms: EntryTerms) async -> EntryContact? {
        var probed = ProbeSubject(
            subject.integration,
            server: subject.server,
            configuration: terms.known,
            isLoggedIn: condition != .troubled(.missing)
        )
        if let arguments = terms.arguments { probed.probe?.arguments = arguments }
        var bounds = ProbeBounds()
        bounds.session.probe = plan.bounds.probe
        bounds.probe = plan.bounds.request
        bounds.teardown.afterInputClosed = plan.bounds.stop
        probed.probe?.timeLimit = plan.bounds.request
        let silence = terms.silence ?? plan.silence
        if case .troubled(let cause) = condition {
            for reaction in subject.expectations(cause).map(\.reaction) where reaction.how == .silent {
                if reaction.when == .call { probed.probe?.timeLimit = silence }
                if reaction.when == .list { bounds.list = silence }
                if reaction.when <= .connect { bounds.session.start = silence }
            }
        }
        return await stage.contact(play(condition, terms), probed, bounds)
    }

    private func play(_ condition: EntryPlay.Condition, _ terms: EntryTerms) -> EntryPlay {
        EntryPlay(
            subject.played.integration,
            subject.played.server,
            condition,
            configuration: terms.configuration
        )
    }
}
