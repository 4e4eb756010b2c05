import Health
import MCP
import Probing
import Registry

/// What a contact is found to be when one thing is wrong with the credential, or behind the server.
extension EntryCheck {
    static let authSound = EntryCheck(
        "AUTH-SOUND",
        "A good credential is proven by the probe",
        requirement: "With a credential that is accepted, the contact is good and proves the credential.",
        reason: "Reachable is not authorised: only this makes an integration green.",
        method: "Handshake, list, and the probe of the entry with its assertion.",
        twin: "An entry whose assertion asks for what the good answer does not hold.",
        needs: [.sound]
    ) { record in
        guard let outcome = record.sound?.report.outcome else { return record.untried(.sound) }
        let subject = record.subject
        // On a busy machine it takes longer, and proves as much.
        guard outcome.outcomeClass == .good else {
            if [.live, .standIn].contains(record.kind), outcome.outcomeClass == .local {
                return .incomplete("there is no network for it: \(outcome.evidence.summary)")
            }
            return record.restingOnProbe(
                .failed(expected: "ok", actual: "\(outcome.code.rawValue): \(outcome.evidence.summary)")
            )
        }
        guard outcome.proof != .credential else { return .passed }
        return subject.probe == nil
            ? .notApplicable("the entry names no probe, so that nothing proves the credential")
            : .failed(expected: "a proof of the credential", actual: "only that the server answers")
    }

    static let authMissing = auth(
        .missing,
        "AUTH-MISSING",
        "A missing credential is found to be missing",
        "Somebody who has configured nothing must read what to configure, not that something expired."
    )
    static let authMalformed = auth(
        .malformed,
        "AUTH-MALFORMED",
        "A credential of the wrong spelling is found to be refused",
        "A value that was pasted wrongly is the most common fault of all."
    )
    static let authInvalid = auth(
        .invalid,
        "AUTH-INVALID",
        "A refused credential is found to be refused",
        "More than half of all servers report it as an ordinary result: whoever believes them shows green."
    )
    static let authExpired = auth(
        .expired,
        "AUTH-EXPIRED",
        "An expired credential is found to be refused",
        "A login that ran out is put right by logging in again, which nobody does who is not told."
    )
    static let authScope = auth(
        .scope,
        "AUTH-SCOPE",
        "A credential that may do too little is told from a wrong one",
        "A new token with the same rights would fail in the same way."
    )
    static let authThrottled = auth(
        .rateLimited,
        "AUTH-THROTTLED",
        "A throttled call is no refused credential",
        "Asking for a new credential, or asking again at once, makes it worse."
    )
    static let authVendorError = auth(
        .vendorError,
        "AUTH-VENDOR-ERROR",
        "A vendor in trouble is no refused credential",
        "There is nothing to configure: it passes by itself."
    )
    static let authUnreachable = auth(
        .unreachable,
        "AUTH-UNREACHABLE",
        "A vendor that is not reached is no refused credential",
        "The fault is the network's, and the credential is as good as it was."
    )

    static let authText = EntryCheck(
        "AUTH-TEXT",
        "A server words its refusals as its entry says",
        requirement: "What is quoted of each refusal is what the entry declares as the server's words.",
        reason: "Signatures rest on these words: when they change, the next release may not be understood.",
        method: "The evidence of each contact is compared with what the declared reaction would leave as evidence.",
        twin: "A server that words the refusal of a wrong credential anew.",
        needs: [.causes]
    ) { record in
        var tried = 0
        for cause in ReactionCause.allCases {
            guard let contact = record.contact(cause), !record.restsOnUnlistedProbe else { continue }
            guard record.canQuote(cause), record.vendorSilence(cause, contact.report.outcome) == nil else { continue }
            // One that repeats the request until the bound is over has said nothing yet.
            let isUnanswered = contact.report.outcome.evidence.marks.contains { $0.name == "timeout" }
            guard record.kind == .mock || !isUnanswered else { continue }
            // A server that lists nothing meanwhile is never asked for more.
            let isCutShort = contact.report.outcome.evidence.step == .list
            let expected = record.subject.expectations(cause)
                .filter { $0.reaction.how != .silent && (!isCutShort || $0.reaction.when == .list) }
                .map { $0.outcome.evidence.excerpt ?? "" }
            guard let first = expected.first else { continue }
            tried += 1
            let seen = contact.report.outcome.evidence.excerpt ?? ""
            guard !expected.contains(where: { Self.areAlike($0, seen, isPlayed: record.kind == .mock) }) else {
                continue
            }
            return .failed(
                expected: "\(cause.rawValue): “\(first)”",
                actual: "“\(seen)”: correct \(record.subject.place("reactions")).\(cause.rawValue)"
            )
        }
        return tried == 0 ? .notApplicable("the entry quotes no refusal that a contact meets") : .passed
    }

    /// Alike but for white space, for lines are kept one by one on the way; where the entry has … anything may stand.
    ///
    /// Real servers also name what is another each time: addresses, and the ids of requests.
    package static func areAlike(_ expected: String, _ seen: String, isPlayed: Bool) -> Bool {
        func text(_ text: Substring) -> String {
            text.split { $0.isWhitespace || $0 == "⏎" || $0 == "…" }.map { isPlayed ? String($0) : steady($0) }.joined()
        }
        guard !isPlayed else { return text(expected[...]) == text(seen[...]) }
        // JSON may be laid out otherwise, standard error holds more, and what is long is cut off.
        var rest = text(seen[...])[...]
        for (index, part) in expected.split(separator: "…").map(text).enumerated() where !part.isEmpty {
            guard let place = rest.firstRange(of: part) else {
                let ends = index == 0 ? [rest] : rest.indices.map { rest[$0...] } + [""]
                return seen.hasSuffix("…") && ends.contains { part.hasPrefix($0) }
            }
            rest = rest[place.upperBound...]
        }
        return true
    }

    private static func steady(_ word: Substring) -> String {
        if word.contains("://") || word.contains("127.0.0.1") { return "#" }
        // What stands for a variable may be an address; what stands for a folder has the rest of the path behind it.
        let mark = word.firstRange(of: "<redacted:")
        if let mark, word[mark.upperBound...].first?.isUppercase == true { return "#" }
        let hexadecimal = word.filter { $0.isHexDigit || $0 == "-" }
        return hexadecimal.count >= 12 && hexadecimal.count + 2 >= word.count ? "#" : String(word)
    }

    private static func auth(
        _ cause: ReactionCause,
        _ id: CheckID,
        _ title: String,
        _ reason: String
    ) -> EntryCheck {
        EntryCheck(
            id,
            title,
            requirement: "When the server reacts as its entry says under \(cause.rawValue), a contact comes to "
                + "\(cause.outcome?.rawValue ?? "a failure"), or to what nothing can tell from it.",
            reason: reason,
            method: "The mock plays the server with this wrong; a contact is made as the daemon makes it.",
            twin: "A server that reacts as under another cause.",
            needs: [.cause(cause)]
        ) { record in
            if let gap = record.gap(cause) { return gap }
            guard let contact = record.contact(cause) else { return record.untried(.troubled(cause)) }
            let outcome = contact.report.outcome
            if let silence = record.vendorSilence(cause, outcome) { return silence }
            let accepted = record.subject.expectations(cause).reduce(into: Set<OutcomeCode>()) {
                $0.formUnion($1.accepted)
            }
            guard !accepted.contains(outcome.code) else { return .passed }
            return record.restingOnProbe(
                .failed(
                    expected: accepted.map(\.rawValue).sorted().joined(separator: " or "),
                    actual: "\(outcome.code.rawValue): \(outcome.evidence.summary)"
                        + (outcome.evidence.excerpt.map { ", “\($0.prefix(120))”" } ?? "")
                )
            )
        }
    }
}

extension EntryRecord {
    /// Why there is nothing to try for a cause; nil when there is.
    func gap(_ cause: ReactionCause) -> Verdict? {
        guard let declared = subject.server.reactions[cause], !declared.isEmpty else {
            return .notApplicable("the entry does not say what \(subject.server.id) does under \(cause.rawValue)")
        }
        guard subject.expectations(cause).isEmpty, cause.outcome != nil else { return nil }
        return .notApplicable("the entry says it only of tools that no contact calls")
    }

    /// Whether the server's words can be those of the entry: with a stand-in they are about what that says.
    fileprivate func canQuote(_ cause: ReactionCause) -> Bool {
        guard ![.mock, .live].contains(kind) else { return true }
        let vendor = subject.integration.vendor
        switch cause {
        case .missing:
            // An answer that is none of a refusal is only that of the call which proves a credential.
            guard vendor?.missing.map({ $0.status >= 400 }) ?? true else { return false }
            // Where the stand-in is, the server is told by a setting that is missing otherwise.
            let required = subject.integration.configSchema(of: subject.server).filter(\.isRequired).map(\.name)
            return subject.server.apiBaseOverride?.environment.keys.contains(where: required.contains) != true
        case .invalid: return vendor?.unauthorized != nil
        case .expired: return vendor?.expired != nil
        case .scope: return vendor?.forbidden != nil
        case .rateLimited: return vendor?.rateLimited != nil
        case .vendorError: return vendor?.unavailable != nil
        // It names the address that was not reached.
        case .unreachable: return false
        case .malformed, .unconstrained: return true
        }
    }

    /// That nobody answered for the real vendor, where only it could have refused; nil when it has spoken.
    fileprivate func vendorSilence(_ cause: ReactionCause, _ outcome: Outcome) -> Verdict? {
        // Of a stand-in it is known that it answers; but some servers ask others, too.
        let isAsked = kind == .live && cause != .missing
        guard [.live, .standIn].contains(kind), outcome.outcomeClass == .local || isAsked && outcome.isLost else {
            return nil
        }
        let expected = subject.expectations(cause).reduce(into: Set<OutcomeCode>()) { $0.formUnion($1.accepted) }
        guard !expected.contains(outcome.code) else { return nil }
        return .incomplete("the vendor was not reached: \(outcome.code.rawValue), \(outcome.evidence.summary)")
    }

    /// Whether the probe's tool is not there at all, so that what rests on it says nothing.
    var restsOnUnlistedProbe: Bool {
        guard let probe = subject.probe, let tools = sound?.report.tools else { return false }
        return !tools.contains { $0.name == probe.tool }
    }

    /// The verdict, or why there can be none: the cause is another check's.
    func restingOnProbe(_ verdict: @autoclosure () -> Verdict) -> Verdict {
        guard restsOnUnlistedProbe else { return verdict() }
        return .incomplete("the probe's tool \(subject.probe?.tool ?? "") is not listed: see TOOLS-ENTRY-PROBE")
    }
}

extension Outcome {
    /// Whether nobody answered.
    fileprivate var isLost: Bool { outcomeClass == .reach }
}
