import MCP
import MCPConnection

/// Which resources of one integration are watched, by how many, and who waits for the integration to agree.
///
/// Watchers are counted, so it makes no difference in which order two of them are heard.
struct ResourceWatching: Sendable {
    /// Somebody who waits until what was wanted is agreed to.
    struct Turn: Sendable {
        let uris: Set<String>
        let agreement = OneShot<ErrorObject?>()
    }

    private var counts: [String: Int] = [:]
    private var waiting: [Turn] = []
    /// What the present connection tells of.
    private var agreed: Set<String> = []
    /// What an earlier connection or subscription told of, so that a change since may have been told to nobody.
    private var uncovered: Set<String> = []
    /// Wakes whoever tells the integration; nil while there is no connection.
    var bell: AsyncStream<Void>.Continuation?
    /// Arrives when the subscription that was asked for last is acknowledged.
    var acknowledged = OneShot<Void>()

    /// Everything that anybody watches.
    var wanted: Set<String> { Set(counts.lazy.filter { $0.value > 0 }.map(\.key)) }

    /// Whether anybody watches a resource.
    func isWanted(_ uri: String) -> Bool { counts[uri].map { $0 > 0 } ?? false }

    /// Somebody begins to watch resources and ends to watch others; nil when that changes nothing for the integration.
    mutating func change(adding: Set<String>, removing: Set<String>) -> Turn? {
        for uri in adding { count(uri, 1) }
        for uri in removing { count(uri, -1) }
        guard !adding.isSubset(of: agreed) || removing.contains(where: { !isWanted($0) }) else { return nil }
        let turn = Turn(uris: adding)
        waiting.append(turn)
        return turn
    }

    private mutating func count(_ uri: String, _ step: Int) {
        let count = (counts[uri] ?? 0) + step
        counts[uri] = count == 0 ? nil : count
        if counts.isEmpty { counts = [:] }
    }

    /// What is wanted now, and who waits for it.
    mutating func takeTurn() -> (wanted: Set<String>, waiting: [Turn]) {
        defer { waiting = [] }
        let wanted = wanted
        // What is about to be taken back counts no more: who wants it from now on has to wait again.
        agreed.formIntersection(wanted)
        return (wanted, waiting)
    }

    /// The integration tells of these from now on.
    /// - Returns: those that may have changed while it told nobody.
    mutating func agree(to uris: Set<String>) -> Set<String> {
        agreed = uris
        defer { uncovered.subtract(uris) }
        return uncovered.intersection(uris)
    }

    /// The integration does not tell of these any more, until it agrees again.
    mutating func lapse(_ uris: Set<String>) {
        uncovered = agreed.intersection(uris).union(uncovered).intersection(wanted)
        agreed.subtract(uris)
    }

    /// The connection is over; what is wanted stays for the next.
    mutating func disconnect() -> [Turn] {
        lapse(agreed)
        defer { waiting = [] }
        bell?.finish()
        bell = nil
        return waiting
    }
}
