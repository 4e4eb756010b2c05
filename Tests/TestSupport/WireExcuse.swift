/// A rule that a test has our side break on purpose; one that is never broken is a fault of the test.
package struct WireExcuse: Sendable, Hashable {
    /// As `WireFault.rule` names it.
    package let rule: String
    /// Why the test wants it broken, for whoever reads the test.
    package let reason: String
    /// What a message has to contain for the excuse to hold; nil for any.
    package let mark: String?
    /// Whether it may also come to nothing, as where many tests share what they break.
    package let isOptional: Bool

    /// Declares a fault by the name of its rule.
    package init(_ rule: String, in mark: String? = nil, because reason: String, isOptional: Bool = false) {
        self.rule = rule
        self.mark = mark
        self.reason = reason
        self.isOptional = isOptional
    }

    /// In the place of a rule: whatever is broken.
    package static let anyRule = "any rule"

    /// Whether it covers a fault.
    func covers(_ fault: WireFault) -> Bool {
        (rule == Self.anyRule || fault.rule == rule) && mark.map { fault.message.contains($0) } ?? true
    }
}
