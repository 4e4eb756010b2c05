import MCP

/// The calls of one integration that are in flight, and whose a message is that names none of them.
///
/// Few servers with sessions say to which call a question or a log message belongs. While all calls are of one
/// conversation it is theirs; with several, nobody is told what may be meant for another.
struct CallsInFlight: Sendable {
    enum Owner: Sendable {
        case caller(UpstreamCaller)
        /// No call is in flight.
        case nobody
        /// There are calls of so many conversations.
        case unclear(conversations: Int)
    }

    private var calls: [Int: UpstreamCaller] = [:]
    private var lastNumber = 0

    mutating func begin(_ caller: UpstreamCaller) -> Int {
        lastNumber += 1
        calls[lastNumber] = caller
        return lastNumber
    }

    mutating func end(_ number: Int) {
        calls[number] = nil
        // A dictionary never gives room back by itself.
        if calls.isEmpty { calls = [:] }
    }

    /// Whose a message is that names its call; where it names none that is in flight, as it is without names.
    func owner(of call: Int?) -> Owner {
        call.flatMap { calls[$0] }.map { .caller($0) } ?? owner
    }

    /// Whose a message is that comes now: of several calls of one conversation that of the latest.
    var owner: Owner {
        let conversations = Set(calls.values.map(\.conversation))
        guard conversations.count == 1 else {
            return conversations.isEmpty ? .nobody : .unclear(conversations: conversations.count)
        }
        return calls.max { $0.key < $1.key }.map { .caller($0.value) } ?? .nobody
    }
}
