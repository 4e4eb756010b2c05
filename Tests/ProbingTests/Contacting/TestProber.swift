import Health
import MCP
import MCPConnection
import Probing
import TestSupport

extension Prober where C == ContinuousClock {
    /// A prober on the real clock.
    static var forTests: Prober { .forTests(on: ContinuousClock()) }
}

extension Prober {
    /// A prober on a clock.
    static func forTests(on clock: C) -> Prober {
        Prober(
            clock: clock,
            origin: clock.now,
            wallSeconds: { 784_111_777 },
            info: Implementation(name: "test", version: "1")
        )
    }
}

extension ProbeSubject {
    /// The sample mock with a credential, proven by its clock.
    static var clock: ProbeSubject {
        ProbeSubject(rules(), probe: Call("clock"))
    }

    static func rules(isSet: Bool = true) -> ClassifierRules {
        var rules = ClassifierRules()
        rules.variables = [CredentialVariable("API_KEY", isSecret: true, isRequired: true, isSet: isSet)]
        rules.declaredTools = 6
        rules.slowLimit = .seconds(50)
        return rules
    }
}

extension ProbeBounds {
    /// Patient everywhere but at the step that a fault is to be noticed at.
    static func small(_ bound: FaultExpectation.Bound) -> ProbeBounds {
        var bounds = ProbeBounds()
        bounds.session = .patient
        bounds.session.probe = .seconds(2)
        (bounds.list, bounds.probe, bounds.contact) = (.seconds(50), .seconds(50), .seconds(55))
        switch bound {
        case .atOnce: break
        case .era: bounds.session.probe = .milliseconds(500)
        case .start: bounds.session.start = .milliseconds(1_500)
        case .list: bounds.list = .milliseconds(1_500)
        case .probe: bounds.probe = .milliseconds(1_500)
        }
        bounds.teardown.afterInputClosed = .seconds(1)
        bounds.teardown.afterTerminate = .seconds(1)
        return bounds
    }

    /// The same, for a row.
    static func small(_ row: FaultExpectation) -> ProbeBounds {
        var bounds = small(row.bound)
        if row.name == "huge-line" { bounds.channel.messageBytes = 32 << 10 }
        return bounds
    }
}
