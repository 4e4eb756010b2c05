package import MCP

/// One rule as data: what it demands, where that is written, how it is tried, and the judgement on a recorded session.
package struct Check: Identifiable, Sendable {
    /// The stable name, group first.
    package let id: CheckID
    /// The rule in a few words, as a sentence about a server that keeps it.
    package let title: String
    /// What is demanded, in our own words.
    package let requirement: String
    /// What goes wrong for users when the rule is broken.
    package let reason: String
    /// What is sent and what is looked at.
    package let method: String
    /// What a server would do to break just this rule, as the broken twin does.
    package let twin: String
    /// How binding the rule is, by revision; a revision without a row has no such rule.
    package let rules: [CheckRule]
    /// What has to be tried beyond the handshake and the end; nothing else is done when only this check is asked for.
    package let steps: [Step]
    /// Over which transports there is such a rule.
    package let place: CheckPlace
    /// The judgement: a pure function of what was seen.
    package let judge: @Sendable (SessionRecord) -> Verdict

    /// A check, complete: every word of it is printed by `explain`.
    package init(
        _ id: CheckID,
        _ title: String,
        requirement: String,
        reason: String,
        method: String,
        twin: String,
        rules: [CheckRule],
        steps: [Step],
        on place: CheckPlace = .everywhere,
        judge: @escaping @Sendable (SessionRecord) -> Verdict
    ) {
        self.id = id
        self.title = title
        self.requirement = requirement
        self.reason = reason
        self.method = method
        self.twin = twin
        self.rules = rules
        self.steps = steps
        self.place = place
        self.judge = judge
    }

    /// The group named by the first word of the id.
    package var group: CheckGroup? {
        CheckGroup(rawValue: String(id.rawValue.prefix { $0 != "-" }))
    }

    /// The row that covers a revision; nil where the revision has no such rule.
    package func rule(in revision: ProtocolRevision) -> CheckRule? {
        rules.first { $0.revisions.contains(revision) }
    }

    /// The judgement on a session, not applicable where its revision has no such rule.
    package func verdict(on record: SessionRecord) -> Verdict {
        guard rule(in: record.revision) != nil else {
            return .notApplicable("revision \(record.revision.rawValue) has no such rule")
        }
        guard place.holds(record.carrier) else {
            return .notApplicable("a rule of \(place.title), and this session went over \(record.carrier.title)")
        }
        return judge(record)
    }
}
