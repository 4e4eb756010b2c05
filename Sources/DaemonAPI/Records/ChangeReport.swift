package import JSON

/// A change of state, of whichever integration.
package struct ChangeReport: Sendable, Hashable {
    /// The integration.
    package var integration: String
    /// What changed, when, and why.
    package var change: HealthHistory.Change

    /// A change of an integration.
    package init(integration: String, change: HealthHistory.Change) {
        self.integration = integration
        self.change = change
    }

    /// As it stands in the API: the members of the change beside its own.
    package var json: JSONValue {
        var object = change.json.objectValue ?? [:]
        object["integration"] = .string(integration)
        return .object(object)
    }
}
