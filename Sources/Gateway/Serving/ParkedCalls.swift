import Synchronization

/// The calls of a role that wait for clients to come back, each under a token that nobody can guess.
///
/// A token is good once, and only for the caller and the very request that it was given for.
final class ParkedCalls: Sendable {
    private struct Entry {
        let call: ParkedCall
        let binding: String
    }

    /// How many may wait.
    static let limit = 1_024

    private let entries = Mutex<[String: Entry]>([:])

    var count: Int { entries.withLock(\.count) }

    /// Keeps a call; nil when too many wait already.
    func park(_ call: ParkedCall, for binding: String) -> String? {
        var generator = SystemRandomNumberGenerator()
        let numbers = [generator.next(), generator.next()]
        let bytes = numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
        let token = "gateway-" + HexadecimalText(bytes).text
        return entries.withLock { entries in
            guard entries.count < Self.limit else { return nil }
            entries[token] = Entry(call: call, binding: binding)
            return token
        }
    }

    /// Gives a call back to whoever brings its token; nil when it is none, or another's.
    func fetch(_ token: String, for binding: String) -> ParkedCall? {
        entries.withLock { entries in
            guard let entry = entries[token], entry.binding == binding else { return nil }
            entries[token] = nil
            return entry.call
        }
    }

    /// Forgets a call that is over before anybody came back for it.
    func remove(_ call: ParkedCall) {
        entries.withLock { entries in
            guard let token = entries.first(where: { $0.value.call === call })?.key else { return }
            entries[token] = nil
            if entries.isEmpty { entries = [:] }
        }
    }
}
