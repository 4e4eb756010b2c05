import Health
import MockMCP

/// What is to be said of the check of a fault, from what the catalogue and the matrix say.
struct FaultWords {
    private let name: String
    private let rows: [FaultExpectation]
    private let form: FaultForm?

    init(_ name: String, _ rows: [FaultExpectation], form: FaultForm?) {
        (self.name, self.rows, self.form) = (name, rows, form)
    }

    var title: String {
        form.map { "A server that \($0.summary) is found out" } ?? "A server with the fault \(name) is found out"
    }

    var requirement: String {
        let parts = rows.map { row in
            let states = FaultExpectation.History.allCases.map { "\(row.state(after: $0).rawValue) \($0.words)" }
            let places = row.transports.map(\.rawValue).sorted().joined(separator: ", ")
            return "\(row.faults.joined(separator: " + ")) (\(places)) comes to \(row.code.rawValue)"
                + (row.step.map { " at \($0.rawValue)" } ?? "") + ": " + states.joined(separator: ", ")
        }
        return parts.joined(separator: "; ") + "."
    }

    var reason: String {
        let classes = Set(rows.map(\.code.outcomeClass))
        if classes == [.good] {
            return "It breaks a rule, which another check reports, and hurts nobody: an alarm would be a false one."
        }
        if classes.contains(.reach) {
            return "Whoever waits for such a server without a bound, or takes it for sound, loses an agent's time; "
                + "whoever takes it for a wrong credential sends its user on a fool's errand."
        }
        return "Only somebody who is told the right cause does the right thing about it."
    }

    var method: String {
        let places = FaultExpectation.Transport.allCases.filter { place in
            rows.contains { $0.transports.contains(place) }
        }
        return "The mock of the entry is played with the fault over " + places.map(\.words).joined(separator: ", ")
            + "; a contact is made as the daemon makes it, and its outcome told to the health machine."
    }

    var twin: String {
        let isHarmless = rows.allSatisfy { $0.code.outcomeClass == .good }
        return isHarmless
            ? "A prober that takes it for a broken server." : "A prober that takes it for sound, or waits too long."
    }
}

extension FaultExpectation.Transport {
    fileprivate var words: String {
        switch self {
        case .memory: "memory, on a clock whose time costs nothing"
        case .stdio: "stdio, as a process, with bounds made small"
        case .http: "HTTP on loopback, with bounds made small"
        }
    }
}
