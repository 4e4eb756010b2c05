package import Health
package import JSON
package import Registry

/// What a contact is to find out about a server: how to judge it, and the call that proves its credential.
package struct ProbeSubject: Sendable {
    /// One call.
    package struct Call: Sendable, Hashable {
        /// The name of the tool.
        package var tool: String
        /// With every value filled in.
        package var arguments: JSONObject
        /// Nil for the bound of the prober.
        package var timeLimit: Duration?

        /// A call of a tool.
        package init(_ tool: String, arguments: JSONObject = [:], timeLimit: Duration? = nil) {
            self.tool = tool
            self.arguments = arguments
            self.timeLimit = timeLimit
        }
    }

    /// Judges what is seen.
    package var classifier: Classifier
    /// Nil where no call is known that proves a credential.
    package var probe: Call?

    /// A subject of which only this is known.
    package init(_ rules: ClassifierRules, probe: Call? = nil) {
        classifier = Classifier(rules)
        self.probe = probe
    }

    /// What an entry says about one of its servers, as it is configured.
    package init(
        _ integration: Integration,
        server: IntegrationServer,
        configuration: [String: String],
        isLoggedIn: Bool = false
    ) {
        self.init(
            ClassifierRules(integration, server: server, configuration: configuration, isLoggedIn: isLoggedIn),
            probe: integration.probe(of: server).map { probe in
                Call(
                    probe.tool,
                    arguments: probe.arguments(given: configuration),
                    timeLimit: probe.timeLimit ?? integration.health(of: server).probeTimeLimit
                )
            }
        )
    }
}
