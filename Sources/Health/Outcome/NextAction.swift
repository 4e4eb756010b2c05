/// What somebody can do about an outcome; a value, worded in one place.
package enum NextAction: Sendable, Hashable {
    /// Nothing: all is well, or it goes on by itself.
    case none
    /// Give these variables a value.
    case setVariables([String])
    /// Give these variables another value.
    case replaceVariables([String])
    /// Log in through the browser, for the first time or again.
    case logIn(again: Bool)
    /// Let the credential do more; the scopes the server named, empty when it named none.
    case grant(scopes: [String], variables: [String])
    /// Let the entry say which call proves the credential.
    case declareProbe
    /// Wait so long; nil when nobody says how long.
    case wait(Duration?)
    /// Install or correct what the server is started with.
    case repairInstall
    /// Look at the end of the server's log.
    case readLog
    /// Correct the address, or what stands between us and it.
    case checkAddress
    /// Correct certificates, proxies or the clock.
    case checkCertificates
    /// Bring this machine's network back.
    case checkNetwork
    /// Give this machine room.
    case relieveHost
    /// Report it to those who make the server, or take another version.
    case reportServer

    /// One sentence, a command to somebody, with the integration's id where a command line needs it.
    package func text(for integration: String) -> String {
        switch self {
        case .none:
            "nothing to do"
        case .setVariables(let names):
            "set \(Self.list(names)): openwork configure \(integration) \(Self.assignments(names))"
        case .replaceVariables(let names):
            "check \(Self.list(names)) and set a new value: openwork configure \(integration) \(Self.assignments(names))"
        case .logIn(let again):
            "log in\(again ? " again" : ""): openwork login \(integration)"
        case .grant(let scopes, let names):
            "give the credential \(scopes.isEmpty ? "the permission it lacks" : "the scope " + Self.list(scopes))"
                + (names.isEmpty
                    ? ", then log in again: openwork login \(integration)"
                        + (scopes.isEmpty ? "" : " --scope \"\(scopes.joined(separator: " "))\"")
                    : ", or set \(Self.list(names)) to one that has it")
        case .declareProbe:
            "give its entry a probe, a read-only call that needs the credential: see docs/registry.md"
        case .wait(let pause):
            pause.map { "wait \(Self.words(for: $0)); it is tried again by itself" }
                ?? "wait; it is tried again by itself"
        case .repairInstall:
            "install it anew or correct its command: openwork install \(integration)"
        case .readLog:
            "read what it said last: openwork logs \(integration)"
        case .checkAddress:
            "check the address of \(integration), and proxies and firewalls on the way to it"
        case .checkCertificates:
            "check the certificates, the proxy and the clock of this machine: openwork doctor"
        case .checkNetwork:
            "check the network of this machine: openwork doctor"
        case .relieveHost:
            "close programs or raise limits on this machine: openwork doctor"
        case .reportServer:
            "take another version of the server of \(integration), or report it to its makers"
        }
    }

    private static func list(_ names: [String]) -> String {
        names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }

    private static func assignments(_ names: [String]) -> String {
        names.map { $0 + "=…" }.joined(separator: " ")
    }

    private static func words(for pause: Duration) -> String {
        let seconds = max(1, pause.milliseconds / 1_000)
        return switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7_200: "\(seconds / 60) min"
        default: "\(seconds / 3_600) h"
        }
    }
}
