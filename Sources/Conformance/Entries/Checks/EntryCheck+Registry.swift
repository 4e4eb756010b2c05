import Health
import JSON
import Registry

extension EntryCheck {
    /// Judges what lint found, and is the only check that does.
    package static let entrySound = EntryCheck(
        "REG-SOUND",
        "An entry keeps every rule of the registry",
        requirement: "Nothing that lint calls an error stands in the entry.",
        reason: "Everything else believes the entry: a wrong fact in it misleads the daemon and every agent.",
        method: "Every rule of openwork-conform lint looks at the entry.",
        twin: "An entry whose package has no version.",
        isOfEntry: true
    ) { record in
        guard let first = record.faults.first else { return .passed }
        let rest = record.faults.count > 1 ? " (and \(record.faults.count - 1) more: openwork-conform lint)" : ""
        return .failed(expected: "no fault", actual: first + rest)
    }

    static let entryRoundTrip = EntryCheck(
        "REG-FORM",
        "An entry says the same when it is written and read again",
        requirement: "Reading what the entry is written as gives the same entry.",
        reason: "The daemon writes entries that users add: a fact that is lost on the way is lost for good.",
        method: "The entry is written as JSON, read again, and compared.",
        twin: "An entry with a time so short that the form does not write it.",
        isOfEntry: true
    ) { record in
        let entry = record.subject.integration
        do throws(EntryError) {
            let again = try Integration(json: entry.json)
            return again == entry ? .passed : .failed(expected: "the same entry", actual: "another one: report it")
        } catch {
            return .failed(expected: "an entry that can be read", actual: error.description)
        }
    }

    static let entryReactions = EntryCheck(
        "REG-REACTIONS",
        "An entry understands what it says of its own server",
        requirement: "Each reaction that an entry declares is found to be what its cause means.",
        reason: "Signatures that do not recognise the server's own words show a dead credential as something else.",
        method: "Each declared reaction is judged by the entry's probe, assertion and signatures; nothing is started.",
        twin: "A declared refusal whose words no signature knows."
    ) { record in
        let rows = record.subject.expectationsByCause
        let all = ReactionCause.allCases.flatMap { rows[$0] ?? [] }
        guard !all.isEmpty else { return .notApplicable("the entry declares no reactions that a contact meets") }
        guard let wrong = all.first(where: { !$0.holds }) else { return .passed }
        return .failed(
            expected: "\(wrong.cause.rawValue): " + wrong.accepted.map(\.rawValue).sorted().joined(separator: " or "),
            actual: "\(wrong.outcome.code.rawValue) (\(wrong.outcome.evidence.summary)): "
                + "mend authSignatures or the reaction of \(record.subject.server.id)"
        )
    }

    static let entryInstalled = EntryCheck(
        "REG-INSTALL",
        "A server can be installed as its entry says",
        requirement: "Package, version, hash, pins and program of the entry give something that can be started.",
        reason: "A package that was withdrawn, or a dependency that moved, is found out by the user who needs it.",
        method: "The server is installed into a folder of its own by the client of its registry; only in live mode.",
        twin: "An entry that pins a version which was never published."
    ) { record in
        switch record.preparation {
        case .ready(.some)?: .passed
        case .ready(nil)?, nil: .notApplicable("nothing is installed for it here")
        case .refused(let verdict)?, .impossible(let verdict)?: verdict
        }
    }
}
