import MCPConnection
import Synchronization

/// Lets one party at a time do something with a thing, in the order in which they came; other things do not wait for it.
package final class Turns: Sendable {
    /// Who does or waits, by the thing's name; the first has the turn.
    private let lines = Mutex<[String: [OneShot<Void>]]>([:])

    /// Turns of which nobody has one.
    package init() {}

    /// How many have or await a turn with a thing.
    package func count(at key: String) -> Int { lines.withLock { $0[key]?.count ?? 0 } }

    /// Waits for the turn, and has it until the body ends.
    /// - Throws: what the body throws; `CancellationError` when the task is cancelled while it waits.
    package func take<Value>(_ key: String, _ body: () async throws -> Value) async throws -> Value {
        let turn = OneShot<Void>()
        let isFirst = lines.withLock { lines in
            let isFirst = lines[key] == nil
            lines[key, default: []].append(turn)
            return isFirst
        }
        defer { leave(key, turn) }
        if !isFirst {
            guard await turn.wait() != nil else { throw CancellationError() }
        }
        return try await body()
    }

    private func leave(_ key: String, _ turn: OneShot<Void>) {
        let next = lines.withLock { lines -> OneShot<Void>? in
            guard var line = lines[key], let place = line.firstIndex(where: { $0 === turn }) else { return nil }
            line.remove(at: place)
            lines[key] = line.isEmpty ? nil : line
            return place == 0 ? line.first : nil
        }
        next?.fulfil(())
    }
}
