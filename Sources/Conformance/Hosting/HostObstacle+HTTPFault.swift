import MCPHTTP

extension HostObstacle {
    /// What a fault of the connection means for somebody who wants the server at that address checked.
    init(_ fault: HTTPFault, at address: HTTPAddress, hasCredentials: Bool) {
        self =
            switch fault {
            case .timedOut: .silent
            case .unreachable(let reach, _):
                .unreachable("\(address): \(fault). \(HostObstacle.fix(reach, address))")
            case .unauthorized:
                .unreachable(
                    "\(address): \(fault). "
                        + (hasCredentials
                            ? "What was given is refused: check the token and what it may do"
                            : "Give one with --bearer-env NAME, or --header 'Name: value'")
                )
            case .throttled: .unreachable("\(address): \(fault). Wait, and check again")
            case .redirect: .unreachable("\(address): \(fault). Give the address that it leads to")
            case .unsendable: .unreachable("\(address): \(fault)")
            default: .foreign("\(fault)")
            }
    }

    private static func fix(_ reach: HTTPFault.Reach, _ address: HTTPAddress) -> String {
        switch reach {
        case .dns: "Check the name of the host"
        case .refused: "Start the server, or check host and port"
        case .tls:
            address.origin.scheme == .https
                ? "Check that the port speaks TLS; trust its certificate with --ca FILE" : "Check scheme and port"
        case .closed: "Check that the port speaks \(address.origin.scheme.rawValue)"
        case .other: "Check host and port"
        }
    }
}
