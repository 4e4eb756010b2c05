import JSON
import Redaction

/// Hides everything that is secret about one integration: what was set, and what a log-in brought.
struct IntegrationMask: Sendable {
    var settings = SecretMask()
    var tokens = SecretMask()

    var isEmpty: Bool { settings.isEmpty && tokens.isEmpty }

    func masked(_ text: String) -> String { tokens.masked(settings.masked(text)) }

    func masked(_ value: JSONValue) -> JSONValue { tokens.masked(settings.masked(value)) }
}
