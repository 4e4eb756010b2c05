/// Sees every message in both directions, every line of standard error, and every beginning and end.
///
/// Records of one direction come in order. The closure is called from several tasks and threads and must not block.
package struct WireTap: Sendable {
    /// Called for each record.
    package let observe: @Sendable (WireRecord) -> Void

    /// A tap that hands every record to a closure.
    package init(observe: @escaping @Sendable (WireRecord) -> Void) {
        self.observe = observe
    }

    /// Sees nothing.
    package static let none = WireTap { _ in }
}
