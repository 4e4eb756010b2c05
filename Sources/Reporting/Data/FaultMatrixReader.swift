import Conformance
import Health
import JSON

/// Reads the fault matrix of a report, as it was declared and seen when that was written.
enum FaultMatrixReader {
    private typealias Place = FaultExpectation.Transport

    /// The matrix with these rows.
    static func matrix(_ nodes: [ReportNode]) throws(ReportFault) -> FaultMatrix {
        var rows: [FaultExpectation] = []
        var cells: [FaultExpectation: [Place: FaultMatrix.Cell]] = [:]
        for node in nodes {
            let row = try row(node)
            rows.append(row)
            for place in Place.allCases {
                guard let seen = node.child("seen")?.child(place.rawValue) else { continue }
                cells[row, default: [:]][place] = try cell(seen)
            }
        }
        let places = Place.allCases.filter { place in cells.values.contains { $0[place] != nil } }
        return FaultMatrix(rows: rows, transports: places, cells: cells)
    }

    private static func row(_ node: ReportNode) throws(ReportFault) -> FaultExpectation {
        var row = FaultExpectation(
            try node.text("fault"),
            to: try node.choice("outcome", OutcomeCode.init(rawValue:)),
            at: node.value["step"]?.stringValue.flatMap(ContactStep.init(rawValue:)),
            within: try node.choice("bound", FaultExpectation.Bound.init(rawValue:)),
            over: Set(node.texts("transports").compactMap(Place.init(rawValue:))),
            needs: node.value["needs"]?.stringValue.flatMap(FaultExpectation.Need.init(rawValue:))
        )
        row.others = Array(node.texts("faults").dropFirst())
        return row
    }

    private static func cell(_ node: ReportNode) throws(ReportFault) -> FaultMatrix.Cell {
        var cell = FaultMatrix.Cell()
        cell.asDeclared = try node.count("asDeclared")
        cell.notApplicable = try node.count("notApplicable")
        cell.incomplete = try node.count("incomplete")
        cell.codes = Set(node.texts("outcomes").compactMap(OutcomeCode.init(rawValue:)))
        cell.slowest = node.value["slowestMs"]?.intValue.map { .milliseconds(Int64($0)) }
        cell.deviating = try node.list("deviations").mapped { node throws(ReportFault) in
            FaultMatrix.Deviation(
                subject: try node.text("subject"),
                expected: try node.text("expected"),
                actual: try node.text("actual")
            )
        }
        return cell
    }
}
