/// Over which transports a rule exists.
package enum CheckPlace: String, CaseIterable, Sendable {
    /// A rule about messages, however they travel.
    case everywhere
    /// A rule about lines, standard streams and processes.
    case pipes
    /// A rule of Streamable HTTP.
    case http
    /// A rule of anything over HTTP.
    case anyHTTP

    /// Whether a session over that carrier has to keep the rule.
    func holds(_ carrier: Carrier) -> Bool {
        switch self {
        case .everywhere: true
        case .pipes: carrier == .pipes
        case .http: carrier == .http
        case .anyHTTP: carrier != .pipes
        }
    }

    /// How it is called in a sentence.
    package var title: String {
        switch self {
        case .everywhere: "every transport"
        case .pipes: "stdio"
        case .http: "Streamable HTTP"
        case .anyHTTP: "HTTP"
        }
    }
}
