package import MCP

/// A check of a client: the words as of every other check, the scenes it looks at, and the judgement on one of them.
package struct ClientCheck: Identifiable, Sendable {
    /// Id, words and levels.
    package let about: Check
    /// The scenes that show it; those of other revisions are left out.
    package let scenes: [ClientScene.ID]
    /// Whether one scene that could be played is enough: a rule that every scene shows.
    package let isAnywhere: Bool
    /// A pure function of what was seen in one scene.
    package let judge: @Sendable (ClientRecord) -> Verdict

    init(
        _ id: CheckID,
        _ title: String,
        requirement: String,
        reason: String,
        method: String,
        twin: String,
        rules: [CheckRule],
        scenes: [ClientScene.ID],
        anywhere: Bool = false,
        judge: @escaping @Sendable (ClientRecord) -> Verdict
    ) {
        about = Check(
            id,
            title,
            requirement: requirement,
            reason: reason,
            method: method,
            twin: twin,
            rules: rules,
            steps: []
        ) { _ in .notApplicable("a rule of clients: openwork-conform run --client -- COMMAND tries it") }
        self.scenes = scenes
        isAnywhere = anywhere
        self.judge = judge
    }

    /// The id.
    package var id: CheckID { about.id }

    /// The judgement on all of its scenes that were played in a revision.
    package func verdict(on records: [ClientRecord], in revision: ProtocolRevision) -> Verdict {
        guard about.rule(in: revision) != nil else {
            return .notApplicable("revision \(revision.rawValue) has no such rule")
        }
        let own = records.filter { $0.revision == revision && scenes.contains($0.scene.id) }
        let verdicts = own.map { record -> Verdict in
            if case .notStarted = record.ending { return record.untried("nothing was played") }
            guard record.isVisited else {
                return record.scene.isExtension
                    ? .notApplicable("the client does not play \(record.scene.scenario), which is about an extension")
                    : record.untried("the client never came")
            }
            return judge(record)
        }
        if let failed = verdicts.first(where: { $0.name == .failed }) { return failed }
        let passed = verdicts.contains(.passed)
        if let open = verdicts.first(where: { $0.name == .incomplete }), !(isAnywhere && passed) { return open }
        if passed { return .passed }
        return verdicts.first ?? .notApplicable("no scene of revision \(revision.rawValue) shows it")
    }
}
