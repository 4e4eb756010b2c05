import Daemon
import MCPHTTP

/// Where to listen, and who may call.
struct Listening {
    let settings: ListenSettings
    let doorkeeper: Doorkeeper
    /// Where browsers reach it, as it was given; nil to make it from the settings.
    let publicURL: String?

    /// Whether callers show tokens, and what they send is sealed on its way.
    var isOpenToOthers: Bool { doorkeeper.wantsTokens && settings.tls != nil }

    /// Where browsers come back to from a log-in: scheme, host and port.
    func publicAddress(port: Int) -> String {
        if let publicURL { return publicURL }
        let host = settings.host == "localhost" || settings.host == "::1" ? "127.0.0.1" : settings.host
        return "\(settings.tls == nil ? "http" : "https")://\(host):\(port)"
    }
}
