/// Takes credentials out of texts that people read: the ones we know, in any dress, and whatever looks like one.
package struct Redactor: Sendable, Hashable {
    /// What stands where something was taken out that only looked like a credential.
    package static let placeholder = "[redacted]"

    private let mask: SecretMask

    /// A redactor that knows these secrets by the names of their variables.
    package init(secrets: [String: String] = [:]) {
        mask = SecretMask(secrets)
    }

    /// Knows no secret, and still takes out what looks like one.
    package static let shapesOnly = Redactor()

    /// The text without credentials.
    package func redacted(_ text: String) -> String {
        var scan = CredentialScan(Array(mask.masked(text).utf8))
        return String(decoding: scan.redacted(), as: UTF8.self)
    }
}

extension Redactor: CustomStringConvertible {
    /// How many secrets it knows, and none of them.
    package var description: String { "Redactor(\(mask))" }
}

extension Redactor: CustomReflectable {
    /// Nothing: a dump of a redactor must not show what it hides.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
