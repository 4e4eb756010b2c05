import Glibc
import Logging
import MockVendors
import Registry

/// A pretended vendor behind a real server: in whatever mood is to be tried, and the server told where it is.
struct StandIn: Sendable {
    private let api: VendorAPI
    private let override: APIBaseOverride

    /// Nil for a server that cannot be pointed elsewhere, or whose vendor nobody knows enough of.
    init?(_ integration: Integration, _ server: IntegrationServer) {
        guard let override = server.apiBaseOverride, let api = VendorAPI(integration) else { return nil }
        // It has no certificate that a server would trust.
        guard !override.environment.values.contains(where: { $0.hasPrefix("https://") }) else { return nil }
        self.api = api.adding(VendorRoutes.of(integration.id))
        self.override = override
    }

    /// Everything that the entry wants, made up; the secret in a spelling that the server takes.
    func configuration(_ subject: EntrySubject) -> [String: String] {
        var values = subject.configuration
        let secrets = subject.secrets.keys.sorted()
        if secrets.count == 1, VendorRoutes.of(subject.integration.id).sample != nil { values[secrets[0]] = api.sample }
        for name in override.environment.keys { values[name] = nil }
        return values
    }

    /// Runs the body with a server that is told to call the stand-in; nil when there is no port for it.
    func with<Value: Sendable>(
        _ play: EntryPlay,
        _ body: (EntryPlay) async -> Value
    ) async -> Value? {
        let mood = mood(play)
        var logger = Logger(label: "openwork-conform")
        logger.logLevel = .critical
        let now: @Sendable () -> Int64 = { Int64(time(nil)) }
        // Why there is no port is worth nothing: the caller says that there is none.
        if play.condition == .troubled(.unreachable) {
            let gone = try? await VendorServer.with(api, mood: mood, now: now, logger: logger) { $0.base }
            guard let gone else { return nil }
            return await body(moved(play, to: gone))
        }
        return try? await VendorServer.with(api, mood: mood, now: now, logger: logger) { server in
            await body(moved(play, to: server.base))
        }
    }

    private func mood(_ play: EntryPlay) -> VendorMood {
        let given = Set(play.configuration.values)
        switch play.condition {
        case .troubled(.invalid): return VendorMood(good: [])
        case .troubled(.expired): return VendorMood(good: [], expired: given)
        case .troubled(.scope): return VendorMood(good: [], narrow: given)
        case .troubled(.rateLimited): return VendorMood(good: given, plight: .throttled)
        case .troubled(.vendorError): return VendorMood(good: given, plight: .down)
        default: return VendorMood(good: given)
        }
    }

    /// The same performance at another address.
    private func moved(_ play: EntryPlay, to base: String) -> EntryPlay {
        let host = base.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        func filled(_ text: String) -> String { text.replacing("${base}", with: base).replacing("${host}", with: host) }
        var server = play.server
        server.environment.merge(override.environment.mapValues(filled)) { $1 }
        server.arguments += override.arguments.map(filled)
        let configuration = play.configuration.filter { override.environment[$0.key] == nil }
        return EntryPlay(play.integration, server, play.condition, configuration: configuration)
    }
}
