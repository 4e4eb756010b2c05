/// A rule that a test has our side break on purpose; one that is never broken is a fault of the test.
package struct WireExcuse: Sendable, Hashable {
    /// As `WireFault.rule` names it.
    package let rule: String
    /// Why the test wants it broken, for whoever reads the test.
    package let reason: String

    /// Declares a fault by the name of its rule.
    package init(_ rule: String, because reason: String) {
        self.rule = rule
        self.reason = reason
    }
}
