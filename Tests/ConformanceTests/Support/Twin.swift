import Conformance
import JSON
import MCP
import MockMCP
import Testing

/// The broken twin of a check: a mock that breaks just that rule, and how to reach it.
struct Twin: Sendable, CustomTestStringConvertible {
    /// Where the mock runs.
    enum Place: Sendable {
        case memory
        /// As a process, started by `/bin/sh`; `MOCK` stands for the mock and `FAULTS` for its faults.
        case process(String)
        /// As the server with everything, over HTTP on loopback, with faults of its endpoint.
        case http
        /// As the server with everything in memory, changed in places: see `Tampering`.
        case changed
    }

    let check: CheckID
    var faults: [String]
    /// Faults of every start but the first; nil for the same.
    var laterFaults: [String]?
    var mock = MockServer.sample
    var call = CallRequest(tool: "add", arguments: ["a": 1, "b": 2], isReadOnly: true)
    var place = Place.memory
    /// Whether something is waited for in vain, so that the bounds must not be long.
    var isSilent = false
    /// Nil for every revision that has the rule.
    var revisions: [ProtocolRevision]?

    init(_ check: CheckID, _ faults: String...) {
        self.check = check
        self.faults = faults
    }

    var testDescription: String {
        "\(check) ← \(faults.joined(separator: " "))"
    }

    func changed(_ change: (inout Twin) -> Void) -> Twin {
        var copy = self
        change(&copy)
        return copy
    }

    func on(_ mock: MockServer) -> Twin {
        changed { $0.mock = mock }
    }

    func `in`(_ revisions: ProtocolRevision...) -> Twin {
        changed { $0.revisions = revisions }
    }

    func asProcess(_ line: String = "exec \"$MOCK\" $FAULTS") -> Twin {
        changed { $0.place = .process(line) }
    }

    func silent() -> Twin {
        changed { $0.isSilent = true }
    }

    func changing() -> Twin {
        changed { $0.place = .changed }
    }

    func overHTTP() -> Twin {
        changed { $0.place = .http }
    }

    /// Sound at its first start, broken at each later one.
    func onlyLater() -> Twin {
        changed { twin in
            twin.laterFaults = twin.faults
            twin.faults = []
        }
    }
}
