package import Health
import MockMCP

/// A check that plays one fault on a server of an entry, in all its settings, and holds the outcome against the matrix.
package struct FaultCheck: Sendable {
    /// Id and words.
    package let about: Check
    /// The rows of the matrix that it plays.
    package let rows: [FaultExpectation]

    /// The id.
    package var id: CheckID { about.id }

    /// One for each fault of the matrix, in its order.
    package static let all: [FaultCheck] = {
        var names: [String] = []
        for row in FaultExpectation.all where !names.contains(row.name) { names.append(row.name) }
        return names.map { name in FaultCheck(name, FaultExpectation.all.filter { $0.name == name }) }
    }()

    /// The check of a fault, by rows of its own in tests.
    package init(_ name: String, _ rows: [FaultExpectation]) {
        let words = FaultWords(name, rows, form: FaultCatalogue.all.forms.first { $0.name == name })
        about = Check(
            CheckID(rawValue: "FAULT-" + name.uppercased()),
            words.title,
            requirement: words.requirement,
            reason: words.reason,
            method: words.method,
            twin: words.twin,
            rules: [.always(.house, .house)],
            steps: []
        ) { _ in .notApplicable("a rule of integrations: openwork-conform run ID tries it") }
        self.rows = rows
    }

    /// What the sightings of its rows over one transport come to; nil when it has no row there.
    package func verdict(on sightings: [FaultSighting]) -> Verdict? {
        let own = sightings.filter { rows.contains($0.row) }
        guard !own.isEmpty else { return nil }
        if let wrong = own.first(where: { !$0.deviations.isEmpty }) {
            let expected = wrong.deviations.map(\.expected).joined(separator: "; ")
            let actual = wrong.deviations.map(\.actual).joined(separator: "; ")
            return .failed(expected: "\(wrong.row.faults.joined(separator: " + ")): \(expected)", actual: actual)
        }
        for case .incomplete(let note) in own.map(\.result) { return .incomplete(note) }
        for case .notApplicable(let note) in own.map(\.result) where own.allSatisfy({ $0.seen == nil }) {
            return .notApplicable(note)
        }
        return .passed
    }
}
