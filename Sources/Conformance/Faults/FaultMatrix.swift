package import Health

/// The fault matrix: what is declared of each fault and, after a run, what was seen over each transport.
package struct FaultMatrix: Sendable, Hashable {
    /// What was seen of a row over one transport, on all servers together.
    package struct Cell: Sendable, Hashable {
        /// Servers on which it was as declared.
        package var asDeclared = 0
        /// Servers that cannot show it.
        package var notApplicable = 0
        /// Servers with which no contact was made.
        package var incomplete = 0
        /// Servers on which it was otherwise, in the order of their names.
        package var deviating: [Deviation] = []
        /// The codes that were seen.
        package var codes: Set<OutcomeCode> = []
        /// The longest time from start to verdict.
        package var slowest: Duration?

        /// Nothing was seen yet.
        package init() {}

        fileprivate mutating func add(_ sighting: FaultSighting) {
            switch sighting.result {
            case .notApplicable: notApplicable += 1
            case .incomplete: incomplete += 1
            case .seen(let seen):
                codes.insert(seen.code)
                slowest = max(slowest ?? .zero, seen.elapsed)
                guard !sighting.deviations.isEmpty else { return asDeclared += 1 }
                let deviation = Deviation(
                    subject: sighting.subject.title,
                    expected: sighting.deviations.map(\.expected).joined(separator: "; "),
                    actual: sighting.deviations.map(\.actual).joined(separator: "; ")
                )
                deviating = (deviating + [deviation]).sorted { $0.subject < $1.subject }
            }
        }

        fileprivate mutating func add(_ other: Cell) {
            asDeclared += other.asDeclared
            notApplicable += other.notApplicable
            incomplete += other.incomplete
            deviating = (deviating + other.deviating).sorted { $0.subject < $1.subject }
            codes.formUnion(other.codes)
            slowest = [slowest, other.slowest].compactMap(\.self).max()
        }
    }

    /// A server on which something was otherwise than declared.
    package struct Deviation: Sendable, Hashable {
        /// The server.
        package let subject: String
        /// What the row says.
        package let expected: String
        /// What was seen.
        package let actual: String

        /// One of them.
        package init(subject: String, expected: String, actual: String) {
            (self.subject, self.expected, self.actual) = (subject, expected, actual)
        }
    }

    /// The rows, in the order of the matrix.
    package let rows: [FaultExpectation]
    /// The transports that have a column.
    package let transports: [FaultExpectation.Transport]
    private var cells: [FaultExpectation: [FaultExpectation.Transport: Cell]]

    /// What is declared, without anything seen.
    package static let declared = FaultMatrix(rows: FaultExpectation.all, transports: [])

    /// A matrix as it was written down.
    package init(
        rows: [FaultExpectation],
        transports: [FaultExpectation.Transport],
        cells: [FaultExpectation: [FaultExpectation.Transport: Cell]] = [:]
    ) {
        self.rows = rows
        self.transports = transports
        self.cells = cells
    }

    /// What was seen.
    package init(_ sightings: [FaultSighting]) {
        let seen = Set(sightings.map(\.row))
        let known = Set(FaultExpectation.all)
        let places = Set(sightings.map(\.subject.transport.rawValue))
        self.init(
            rows: FaultExpectation.all.filter(seen.contains) + seen.filter { !known.contains($0) },
            transports: FaultExpectation.Transport.allCases.filter { places.contains($0.rawValue) }
        )
        for sighting in sightings {
            guard let place = FaultExpectation.Transport(rawValue: sighting.subject.transport.rawValue) else {
                continue
            }
            cells[sighting.row, default: [:]][place, default: Cell()].add(sighting)
        }
    }

    /// What was seen of a row over a transport; nil when it was not played there.
    package func cell(_ row: FaultExpectation, _ transport: FaultExpectation.Transport) -> Cell? {
        cells[row]?[transport]
    }

    /// The matrix of two parts of a run.
    package func adding(_ other: FaultMatrix) -> FaultMatrix {
        let known = Set(FaultExpectation.all)
        let both = Set(rows + other.rows)
        var cells = cells
        for (row, places) in other.cells {
            for (place, cell) in places { cells[row, default: [:]][place, default: Cell()].add(cell) }
        }
        return FaultMatrix(
            rows: FaultExpectation.all.filter(both.contains) + rows.filter { !known.contains($0) }
                + other.rows.filter { !known.contains($0) && !rows.contains($0) },
            transports: FaultExpectation.Transport.allCases.filter {
                transports.contains($0) || other.transports.contains($0)
            },
            cells: cells
        )
    }

    /// How many rows deviate on any server.
    package var deviations: Int {
        cells.values.flatMap(\.values).reduce(0) { $0 + $1.deviating.count }
    }
}
