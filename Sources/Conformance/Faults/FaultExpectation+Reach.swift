package import Health
import MockMCP

extension FaultExpectation {
    /// The transports over which a fault of the catalogue cannot be, each with the reason.
    ///
    /// Faults are named without their settings; of one that the catalogue does not know, nothing is said.
    package static func impossible(_ name: String) -> [(transport: Transport, reason: String)] {
        guard let reach = reaches[name] else { return [] }
        return Transport.allCases.compactMap { transport in
            let isReached = reach.transports.contains { $0.rawValue == transport.rawValue }
            return isReached ? nil : (transport, reach.reason)
        }
    }

    private static let reaches = Dictionary(FaultCatalogue.all.forms.map { ($0.name, $0.reach) }) { first, _ in first }
}
