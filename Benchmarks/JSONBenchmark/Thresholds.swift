import Foundation
import JSON

/// The ratios that must hold, committed beside the benchmark: a claim of speed points here.
struct Thresholds {
    /// One claim: on this text the subject takes at most so many times what the peer takes.
    struct Rule {
        var corpus: String
        var subject: String
        var peer: String
        var atMost: Double
        /// What we want to reach, where that is not the bound that must hold.
        var goal: Double?
        /// A part of the subject's work without which it cannot be done, to show beside a goal that is missed.
        var floor: String?
    }

    var rules: [Rule]

    init(path: String) throws {
        let value = try JSONValue(parsing: try Data(contentsOf: URL(fileURLWithPath: path)))
        rules = (value["ratios"]?.arrayValue ?? []).compactMap { rule in
            guard let corpus = rule["text"]?.stringValue, let subject = rule["subject"]?.stringValue,
                let peer = rule["peer"]?.stringValue, let atMost = rule["atMost"]?.doubleValue
            else { return nil }
            return Rule(
                corpus: corpus,
                subject: subject,
                peer: peer,
                atMost: atMost,
                goal: rule["goal"]?.doubleValue,
                floor: rule["floor"]?.stringValue
            )
        }
    }
}
