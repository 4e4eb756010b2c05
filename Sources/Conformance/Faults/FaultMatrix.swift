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
        /// Servers on which it was otherwise.
        package var deviating: [FaultSighting] = []
        /// The codes that were seen.
        package var codes: Set<OutcomeCode> = []
        /// The longest time from start to verdict.
        package var slowest: Duration?

        fileprivate mutating func add(_ sighting: FaultSighting) {
            switch sighting.result {
            case .notApplicable: notApplicable += 1
            case .incomplete: incomplete += 1
            case .seen(let seen):
                codes.insert(seen.code)
                slowest = max(slowest ?? .zero, seen.elapsed)
                if sighting.deviations.isEmpty { asDeclared += 1 } else { deviating.append(sighting) }
            }
        }
    }

    /// The rows, in the order of the matrix.
    package let rows: [FaultExpectation]
    /// The transports that have a column.
    package let transports: [FaultExpectation.Transport]
    private var cells: [FaultExpectation: [FaultExpectation.Transport: Cell]] = [:]

    /// What is declared, without anything seen.
    package static let declared = FaultMatrix(rows: FaultExpectation.all, transports: [])

    private init(rows: [FaultExpectation], transports: [FaultExpectation.Transport]) {
        self.rows = rows
        self.transports = transports
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

    /// How many rows deviate on any server.
    package var deviations: Int {
        cells.values.flatMap(\.values).reduce(0) { $0 + $1.deviating.count }
    }
}
