package import Registry

/// A check about an entry: the words as of every other check, what has to be played for it, and the judgement.
package struct EntryCheck: Sendable {
    /// What it needs to see.
    package enum Need: Sendable, Hashable {
        /// The conversation with the sound server.
        case session
        /// A contact with the sound server.
        case sound
        /// A contact for every cause of which the entry says something.
        case causes
        /// A contact for this cause, where the entry says something of it.
        case cause(ReactionCause)
        /// A contact with a server that says secrets aloud.
        case indiscretion
    }

    /// Id, words and levels.
    package let about: Check
    /// What it needs to see.
    package let needs: Set<Need>
    /// Whether it is about the entry as a whole rather than about each server.
    package let isOfEntry: Bool
    /// A pure function of what was seen.
    package let judge: @Sendable (EntryRecord) -> Verdict

    init(
        _ id: CheckID,
        _ title: String,
        requirement: String,
        reason: String,
        method: String,
        twin: String,
        needs: Set<Need> = [],
        isOfEntry: Bool = false,
        judge: @escaping @Sendable (EntryRecord) -> Verdict
    ) {
        about = Check(
            id,
            title,
            requirement: requirement,
            reason: reason,
            method: method,
            twin: twin,
            rules: [.always(.house, .house)],
            steps: needs.contains(.session) ? [.firstListing] : []
        ) { _ in .notApplicable("a rule of integrations: openwork-conform run ID tries it") }
        self.needs = needs
        self.isOfEntry = isOfEntry
        self.judge = judge
    }

    /// What of a server it looks at; nil for all that was played.
    var scenes: Set<EntryScene>? {
        guard !needs.contains(.causes) else { return nil }
        return needs.reduce(into: []) { scenes, need in
            switch need {
            case .session: scenes.insert(.conversation)
            case .sound: scenes.insert(.contact(.sound))
            case .cause(let cause): scenes.insert(.contact(.troubled(cause)))
            case .causes, .indiscretion: break
            }
        }
    }

    /// The id.
    package var id: CheckID { about.id }
}
