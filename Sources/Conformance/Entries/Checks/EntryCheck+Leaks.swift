import JSON
import Probing
import Registry

/// Planted secrets, looked for wherever a server can put them.
extension EntryCheck {
    static let secretsNotListed = leak(
        "SEC-LISTED",
        "No secret stands in the list of tools",
        requirement: "What is configured as secret appears in no name, description or schema that a server lists.",
        reason: "Lists are shown to models, cached, compared and pasted into issues.",
        method: "A canary is configured; the list is searched for it in every spelling.",
        twin: "A server that puts the token into the description of a tool.",
        needs: [.session]
    ) { record, secrets in
        guard let session = record.session else {
            return record.untriedConversation ?? .incomplete("the server was not spoken to")
        }
        return session.listing(.firstListing) { listing in
            for tool in listing.listedTools {
                guard let name = secrets.name(in: tool.definition.utf8()) else { continue }
                return .failed(expected: "no value of \(name)", actual: "it stands in the definition of \(tool.label)")
            }
            return .passed
        }
    }

    static let secretsNotAnswered = leak(
        "SEC-ANSWERS",
        "No secret is said back in an answer",
        requirement: "What is configured as secret appears in no message of the server but, at worst, its list.",
        reason: "Answers go to models and into transcripts; a refusal that quotes the token hands it to both.",
        method: "A canary is configured; every message of the conversation and of each contact is searched for it.",
        twin: "A server that quotes the token in the answer to a call.",
        needs: [.session, .sound, .causes]
    ) { record, secrets in
        let lists = Set(record.session?.listings.values.flatMap(\.pages).compactMap(\.answer) ?? [])
        for line in record.session?.serverLines ?? [] where !lists.contains(line) {
            let bytes = if case .json(let value) = line.content { value.utf8() } else { line.beginning }
            guard let name = secrets.name(in: bytes) else { continue }
            return .failed(expected: "no value of \(name)", actual: "it is said back in the conversation")
        }
        return record.eachContact { cause, contact in
            for line in contact.heard {
                guard let name = secrets.name(in: line), !Self.isList(line) else { continue }
                return .failed(expected: "no value of \(name)", actual: "it is said back in an answer under \(cause)")
            }
            return .passed
        }
    }

    static let secretsNotInErrors = leak(
        "SEC-STDERR",
        "No secret is written to standard error",
        requirement: "What is configured as secret appears in nothing that a server writes to its standard error.",
        reason: "Standard error becomes a log: it is kept, shipped elsewhere, and read by many.",
        method: "A canary is configured; the end of standard error is searched after each conversation and contact.",
        twin: "A server that logs its settings when it starts.",
        needs: [.session, .sound, .causes]
    ) { record, secrets in
        if let name = secrets.name(in: Array((record.session?.ending?.standardError ?? "").utf8)) {
            return .failed(expected: "no value of \(name)", actual: "it is written while the server is talked to")
        }
        return record.eachContact { cause, contact in
            guard let name = secrets.name(in: Array(contact.errorLines.joined(separator: "\n").utf8)) else {
                return .passed
            }
            return .failed(expected: "no value of \(name)", actual: "it is written to standard error under \(cause)")
        }
    }

    static let secretsNotInArguments = leak(
        "SEC-ARGUMENTS",
        "No secret stands on a command line",
        requirement: "What is configured as secret reaches a server by its environment, not by its arguments.",
        reason: "Every user of the machine can read the arguments of every process.",
        method: "A canary is configured; the command line of the running child is read as others can read it.",
        twin: "An entry that hands the token over as an argument.",
        needs: [.sound, .causes]
    ) { record, secrets in
        guard let sound = record.sound else { return record.untried(.sound) }
        guard sound.commandLine != nil else {
            return sound.report.exits.isEmpty
                ? .notApplicable("in memory there is no command line")
                : .incomplete("the command line of the child could not be read")
        }
        return record.eachContact { cause, contact in
            guard let name = secrets.name(in: Array((contact.commandLine ?? []).joined(separator: "\n").utf8)) else {
                return .passed
            }
            return .failed(
                expected: "no value of \(name) among the arguments",
                actual: "it stands there under \(cause): correct \(record.subject.place("arguments")), use environment"
            )
        }
    }

    /// A list is another check's.
    private static func isList(_ line: [UInt8]) -> Bool {
        (try? JSONValue(parsing: line))?["result"]?["tools"]?.arrayValue != nil
    }

    private static func leak(
        _ id: CheckID,
        _ title: String,
        requirement: String,
        reason: String,
        method: String,
        twin: String,
        needs: Set<Need>,
        _ judge: @escaping @Sendable (EntryRecord, Secrets) -> Verdict
    ) -> EntryCheck {
        EntryCheck(
            id,
            title,
            requirement: requirement,
            reason: reason,
            method: method,
            twin: twin,
            needs: needs
        ) { record in
            let secrets = record.subject.secrets
            guard !secrets.isEmpty else { return .notApplicable("nothing secret is configured for this server") }
            return judge(record, Secrets(secrets))
        }
    }
}

extension EntryRecord {
    /// Judges every contact but the one that says secrets aloud because we told it to.
    fileprivate func eachContact(_ judge: (String, EntryContact) -> Verdict) -> Verdict {
        let contacts = contacts.map { ($0.key, $0.value) }.sorted { $0.0.name < $1.0.name }
        for (condition, contact) in contacts {
            if case .indiscreet = condition { continue }
            let verdict = judge(condition.name, contact)
            guard verdict == .passed else { return verdict }
        }
        return .passed
    }
}
