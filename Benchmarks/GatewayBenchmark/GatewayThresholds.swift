import Foundation
import JSON

/// The ratios that must hold, committed beside the benchmark.
struct GatewayThresholds {
    /// One claim: in this cell a figure of the subject is at most so many times that of the peer.
    struct Rule {
        enum Figure: String {
            case median = "medianMs"
            case p99 = "p99Ms"
            /// Calls per second: the claim is about their inverse, so that less is better everywhere.
            case rate = "perSecond"
            /// What is added to the bare call.
            case added = "addedMs"
            /// Processor time of the one in between.
            case processor = "processorMs"
        }

        var cell: String
        var subject: String
        var peer: String
        var figure: Figure
        var atMost: Double
        /// What we want to reach, where that is not the bound that must hold.
        var goal: Double?
    }

    var rules: [Rule]
    /// By which p99 with neighbours may be above that without.
    var isolation: Double

    init(path: String) throws {
        let value = try JSONValue(parsing: try Data(contentsOf: URL(fileURLWithPath: path)))
        isolation = value["isolation"]?.doubleValue ?? 1.1
        rules = (value["ratios"]?.arrayValue ?? []).compactMap { rule in
            guard let cell = rule["cell"]?.stringValue, let subject = rule["subject"]?.stringValue,
                let peer = rule["peer"]?.stringValue, let atMost = rule["atMost"]?.doubleValue,
                let figure = rule["figure"]?.stringValue.flatMap(Rule.Figure.init)
            else { return nil }
            return Rule(
                cell: cell,
                subject: subject,
                peer: peer,
                figure: figure,
                atMost: atMost,
                goal: rule["goal"]?.doubleValue
            )
        }
    }
}
