import DaemonAPI
import Synchronization

/// Counts answered requests by route and status, and the time they took.
final class RequestTally: Sendable {
    private struct Key: Hashable {
        let route: String
        let status: Int
    }

    private struct Entry {
        var count = 0
        var seconds = 0.0
    }

    private let entries = Mutex<[Key: Entry]>([:])

    /// Routes are templates and statuses are few, so this stays small.
    func add(route: String, status: Int, took duration: Duration) {
        entries.withLock { entries in
            entries[Key(route: route, status: status), default: Entry()].count += 1
            entries[Key(route: route, status: status), default: Entry()].seconds += duration / .seconds(1)
        }
    }

    var measurements: [Measurement] {
        let sorted = entries.withLock { $0 }.sorted { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }
        let labels = { (key: Key) in [("route", key.route), ("status", String(key.status))] }
        let counts = sorted.map { key, entry in
            Measurement(
                "openwork_http_requests_total",
                .counter,
                help: "Requests answered, by route and status.",
                labels: labels(key),
                value: Double(entry.count)
            )
        }
        let times = sorted.map { key, entry in
            Measurement(
                "openwork_http_request_seconds_total",
                .counter,
                help: "Time until the answers began, by route and status.",
                labels: labels(key),
                value: entry.seconds
            )
        }
        return counts + times
    }
}
