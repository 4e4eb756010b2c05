extension Classifier {
    /// What somebody can do about a finding.
    func action(for finding: Finding, _ facts: ContactFacts, pause: Duration?) -> NextAction {
        switch finding.code {
        case .ok, .slow: .none
        case .credentialMissing: missing(finding, facts)
        case .credentialInvalid, .credentialExpired:
            rules.usesLogin && rules.isLoggedIn || rules.givenSecrets.isEmpty
                ? .logIn(again: true) : .replaceVariables(rules.givenSecrets)
        case .scopeInsufficient: .grant(scopes: finding.scopes, variables: rules.usesLogin ? [] : rules.givenSecrets)
        case .rateLimited, .vendorError: .wait(pause)
        case .spawnFailed: .repairInstall
        case .exited: .readLog
        case .dns, .refused: .checkAddress
        case .closed, .timeout: rules.isRemote ? .checkAddress : .readLog
        case .notMCP: rules.isRemote ? .checkAddress : .reportServer
        case .tls: .checkCertificates
        case .protocolError: .reportServer
        case .networkDown: .checkNetwork
        case .hostOverloaded: .relieveHost
        }
    }

    private func missing(_ finding: Finding, _ facts: ContactFacts) -> NextAction {
        if case .unconfigured(let names) = facts.sighting { return .setVariables(names) }
        let wanted = rules.wantedVariables
        if finding.isLogin, rules.missingVariables.isEmpty { return .logIn(again: false) }
        if rules.usesLogin, rules.missingVariables.isEmpty { return .logIn(again: false) }
        if wanted.isEmpty {
            return rules.givenSecrets.isEmpty ? .logIn(again: false) : .replaceVariables(rules.givenSecrets)
        }
        return .setVariables(wanted)
    }
}
