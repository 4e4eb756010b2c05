import JSON
import Redaction
import Registry

/// Judges contacts with one server: by structure first, then by what its entry declares, by words only at the end.
///
/// A pure function of the facts: the same facts always give the same outcome.
package struct Classifier: Sendable {
    let rules: ClassifierRules
    let signatures: [CompiledSignature]
    let expectations: [CompiledTest]

    /// A classifier for one server; make it once, because regular expressions are compiled here.
    package init(_ rules: ClassifierRules) {
        self.rules = rules
        signatures = rules.signatures.map(CompiledSignature.init)
        expectations = rules.expectations.map(CompiledTest.init)
    }

    /// What a contact came to.
    package func outcome(of facts: ContactFacts) -> Outcome {
        let said = Said(facts)
        var finding = settled(finding(facts, said), facts)
        if finding.code == .ok, facts.latency > rules.slowLimit {
            finding.code = .slow
            finding = finding.marked("latency", "\(facts.latency.milliseconds) ms")
        }
        let pause = finding.retryAfter ?? facts.http.flatMap { RetryPause.asked(by: $0) }
        let isPaused = [.throttle, .vendor].contains(finding.code.outcomeClass)
        let evidence = Evidence(
            step: facts.step,
            basis: finding.basis,
            marks: finding.marks,
            excerpt: said.excerpt,
            redactor: rules.redactor
        )
        return Outcome(
            finding.code,
            evidence: evidence,
            latency: facts.latency,
            action: action(for: finding, facts, pause: isPaused ? pause : nil),
            at: facts.at,
            retryAfter: isPaused ? pause : nil,
            proof: finding.proof,
            source: facts.source,
            startedAt: facts.startedAt
        )
    }

    private func finding(_ facts: ContactFacts, _ said: Said) -> Finding {
        switch facts.sighting {
        case .toolResult(let answer): return finding(answer, facts, said)
        case .listed(let tools): return finding(listed: tools, facts, said)
        case .greeted: return good(facts, proof: rules.listingProvesCredential ? .credential : .reachable)
        case .unconfigured(let missing):
            return Finding(.credentialMissing, .definite).marked("missing", missing.joined(separator: ", "))
        case .local(let fault, let words):
            return Finding(fault == .networkDown ? .networkDown : .hostOverloaded, .definite).marked("local", words)
        default: return failure(facts, said)
        }
    }

    // MARK: Good contacts

    func good(_ facts: ContactFacts, proof: Outcome.Proof) -> Finding {
        var finding = Finding(.ok, .definite)
        finding.proof = rules.needsCredential ? proof : .credential
        return finding
    }

    private func finding(listed tools: Int, _ facts: ContactFacts, _ said: Said) -> Finding {
        guard tools == 0, rules.declaredTools > 0 else {
            return good(facts, proof: rules.listingProvesCredential ? .credential : .reachable)
                .marked("tools", "\(tools)")
        }
        if let declared = signature(facts, said) { return declared }
        // Servers without their settings often list nothing, as if all were well.
        let isBare = rules.needsCredential && (!rules.hasCredential || !rules.missingVariables.isEmpty)
        return Finding(isBare ? .credentialMissing : .protocolError, .usual)
            .marked("tools", "0 of \(rules.declaredTools) declared")
    }

    // MARK: Failures

    private func failure(_ facts: ContactFacts, _ said: Said) -> Finding {
        let structural = structure(facts, said)
        if structural.weight == .definite { return structural }
        if var declared = signature(facts, said) {
            declared.marks += structural.marks
            return declared
        }
        return refined(structural, by: words(facts, said))
    }

    /// The first signature of the entry that matches.
    func signature(_ facts: ContactFacts, _ said: Said) -> Finding? {
        guard let place = signatures.firstIndex(where: { $0.matches(facts, said) }) else { return nil }
        let signature = signatures[place]
        var finding = Finding(signature.code, .definite, .signature).marked("signature", signature.words)
        if finding.code == .ok { finding.proof = facts.step == .probe ? .credential : .reachable }
        finding.retryAfter = said.report.retrySeconds.flatMap { RetryPause.pause($0, nil) }
        return finding
    }

    /// Words may make a usual meaning more exact, and give a vague one a meaning at all.
    func refined(_ structural: Finding, by reading: ErrorWords.Reading?) -> Finding {
        guard let reading else { return structural }
        let isSameKind = reading.code.outcomeClass == structural.code.outcomeClass
        guard structural.weight == .vague || isSameKind || structural.isForbidden else { return structural }
        var finding = structural
        finding.code = reading.code
        finding.isLogin = reading.isLogin
        // What kind of trouble it is was known without them.
        finding.basis = isSameKind && structural.weight == .usual ? structural.basis : .words
        return finding.marked("words", reading.words)
    }

    private func words(_ facts: ContactFacts, _ said: Said) -> ErrorWords.Reading? {
        switch facts.sighting {
        case .exited, .closed: named(in: said.errors) ?? ErrorWords.read(said.errors, takesStatuses: false)
        case .timedOut:
            // What hangs may have said why: throttled, or refused, beside its protocol.
            ErrorWords.read(said.errors, takesStatuses: false).flatMap {
                [.auth, .throttle].contains($0.code.outcomeClass) ? $0 : nil
            }
        case .rpcError, .httpStatus: named(in: said.text) ?? ErrorWords.read(said.text)
        default: nil
        }
    }

    /// A text that names a variable without a value speaks of that variable.
    func named(in text: String) -> ErrorWords.Reading? {
        let unset = variablesNamed(in: text).filter { !$0.isSet }
        guard let variable = unset.first(where: \.isRequired) ?? unset.first(where: \.isSecret) else { return nil }
        guard variable.isRequired || !rules.hasCredential else { return nil }
        return ErrorWords.Reading(code: .credentialMissing, words: variable.name)
    }

    private func variablesNamed(in text: String) -> [CredentialVariable] {
        let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        return rules.variables.filter { words.contains($0.name) }
    }

    // MARK: What is configured decides between missing and refused

    private func settled(_ finding: Finding, _ facts: ContactFacts) -> Finding {
        if case .unconfigured = facts.sighting { return finding }
        guard finding.code.outcomeClass == .auth, rules.needsCredential else { return finding }
        var finding = finding
        if !rules.hasCredential, rules.wantsCredentialFromUs {
            // What was never given cannot have been refused, whatever anybody says.
            finding.code = .credentialMissing
        } else if finding.code == .credentialMissing, finding.basis != .signature, !finding.isLogin,
            rules.missingVariables.isEmpty
        {
            finding.code = .credentialInvalid
        }
        return finding
    }
}

extension Finding {
    /// Whether it rests on a bare 403, with which vendors say anything.
    fileprivate var isForbidden: Bool {
        code == .scopeInsufficient && weight == .usual
    }
}
