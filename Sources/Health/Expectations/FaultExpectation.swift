/// What a contact must come to when a mock has one fault: the row of a matrix that tests, checks and reports share.
///
/// The faults are written as the mock writes them. The contact: handshake, list, and the probe, with every setting given
/// and a limit of 1 MiB for a message.
package struct FaultExpectation: Sendable, Hashable {
    /// How a mock is reached.
    package enum Transport: String, Sendable, Hashable, CaseIterable {
        case memory, stdio, http
    }

    /// By when the fault must have been noticed.
    package enum Bound: String, Sendable, Hashable, CaseIterable {
        /// As soon as it happens: nothing is waited for.
        case atOnce
        /// When the time for finding out the era is over.
        case era
        /// When the time for the session to open is over.
        case start
        /// When the time for the list is over.
        case list
        /// When the time for the probe is over.
        case probe
    }

    /// What went before the contact.
    package enum History: String, Sendable, Hashable, CaseIterable {
        /// Nothing: it is the first.
        case first
        /// A good one.
        case once
        /// A good one, and then the same fault as often as the policy bears.
        case lasting
    }

    /// What a server must be like for a row to hold.
    package enum Need: String, Sendable, Hashable {
        /// Its list holds tools.
        case tools
        /// Nothing is demanded of its probe's answer, which the fault changes.
        case noAssertion
    }

    /// The fault, such as `stall=tools/list`.
    package var fault: String
    /// Further faults without which it would not show.
    package var others: [String]
    /// Where it can be played.
    package var transports: Set<Transport>
    /// What a contact comes to.
    package var code: OutcomeCode
    /// By when.
    package var bound: Bound
    /// The step at which it shows; nil where everything goes well.
    package var step: ContactStep?
    /// Without which it does not show, or shows otherwise; nil for nothing.
    package var need: Need?

    /// Everything that the mock is told.
    package var faults: [String] { [fault] + others }

    /// The name of the fault, without its settings.
    package var name: String { String(fault.prefix { !"=@,".contains($0) }) }

    /// The state that follows; unproven is a server whose entry knows no call that proves its credential.
    package func state(after history: History, isProven: Bool = true) -> HealthState {
        switch (code.outcomeClass, history) {
        case (.good, _): !isProven ? .unknown : code == .ok ? .connected : .degraded
        case (.auth, _), (.reach, .first), (.reach, .lasting): .disconnected
        case (.reach, .once), (.throttle, _), (.vendor, _): .degraded
        case (.local, .first): .unknown
        case (.local, _): isProven ? .connected : .unknown
        }
    }

    /// A row; without transports, one that means the same over all of them.
    package init(
        _ fault: String,
        with others: String...,
        to code: OutcomeCode,
        at step: ContactStep? = nil,
        within bound: Bound = .atOnce,
        over transports: Set<Transport> = Set(Transport.allCases),
        needs need: Need? = nil
    ) {
        (self.fault, self.others, self.transports) = (fault, others, transports)
        (self.code, self.step, self.bound, self.need) = (code, step, bound, need)
    }
}

extension FaultExpectation: CustomStringConvertible {
    package var description: String {
        "\(fault) (\(transports.map(\.rawValue).sorted().joined(separator: ", "))) → \(code.rawValue)"
    }
}
