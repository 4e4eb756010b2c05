/// Which way a message travels; a response travels against its request.
package enum WireDirection: String, Sendable, Hashable, CaseIterable {
    case clientToServer
    case serverToClient

    /// The way an answer to a message of this direction takes.
    package var opposite: WireDirection {
        switch self {
        case .clientToServer: .serverToClient
        case .serverToClient: .clientToServer
        }
    }
}
