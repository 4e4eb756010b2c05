/// How much the product depends on an integration.
package enum Tier: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Nothing works without it.
    case p0 = "P0"
    /// Wanted by many.
    case p1 = "P1"
    /// Good to have.
    case p2 = "P2"

    /// The more important one comes first.
    package static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
}
