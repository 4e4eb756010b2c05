/// Over which transports a fault means something, and why not over the others.
package struct FaultReach: Sendable, Hashable {
    /// Where it shows.
    package let transports: Set<MockTransport>
    /// Why it shows nowhere else; empty when there is no elsewhere.
    package let reason: String

    /// Shows whatever carries the messages.
    package static let everywhere = FaultReach(transports: Set(MockTransport.allCases), reason: "")

    /// Shows over these transports alone; the reason completes "it means nothing over … : ".
    static func only(_ transports: MockTransport..., because reason: String) -> FaultReach {
        FaultReach(transports: Set(transports), reason: reason)
    }
}

extension MockFault {
    /// What is wrong with it over a transport; nil when it shows there.
    package func misfit(over transport: MockTransport) -> MockFaultError? {
        let reach = form.reach
        guard !reach.transports.contains(transport) else { return nil }
        let others = MockTransport.allCases.filter(reach.transports.contains).map(\.rawValue)
        return MockFaultError(
            written: written,
            message: "it means nothing over \(transport.rawValue): \(reach.reason). "
                + "Use it over \(others.joined(separator: " or "))"
        )
    }
}

extension MockServer {
    /// The server, once it is certain that each of its faults can show over this transport.
    /// - Throws: an error that names the first fault which cannot, and where it can.
    package func checked(over transport: MockTransport) throws(MockFaultError) -> MockServer {
        for fault in faults {
            if let misfit = fault.misfit(over: transport) { throw misfit }
        }
        return self
    }
}
