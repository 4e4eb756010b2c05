import Drift
import Fixtures
import JSON
import MCP
import Redaction

/// Compares one live answer with the recorded one.
struct AnswerDrift {
    let cue: Cue
    let subject: String

    func compare(_ outcome: RequestOutcome) -> [DriftFinding] {
        switch outcome {
        case .result(let payload):
            return compare(result: payload.value)
        case .error(let error):
            guard let recorded = cue.answer?["error"] else {
                return isSilent ? [] : [changed("an error now: \(error.code) \(error.message)")]
            }
            guard recorded["code"]?.intValue == Int(error.code.rawValue) else {
                return [changed("error \(error.code) instead of \(recorded["code"]?.text() ?? "none")")]
            }
            let message = recorded["message"]?.stringValue ?? ""
            return Placeholder.matches(recorded: message, error.message)
                ? [] : [DriftFinding(.answerChanged, subject, "the error says: \(error.message)")]
        case .inputRequired:
            return [changed("it asks for more input than before")]
        default:
            return isSilent ? [] : [DriftFinding(.unanswered, subject, "\(outcome)")]
        }
    }

    /// Whether the recorded server did not answer either.
    private var isSilent: Bool { cue.answer == nil }

    private func compare(result: JSONValue) -> [DriftFinding] {
        guard let recorded = cue.answer?["result"] else {
            return [changed("a result now, instead of \(isSilent ? "silence" : "an error")")]
        }
        let (before, after) = (recorded["isError"]?.boolValue ?? false, result["isError"]?.boolValue ?? false)
        guard before == after else { return [changed("isError is \(after), and was \(before)")] }
        let differences = Self.counted(recorded).differences(to: Self.counted(result)).filter { !Self.isRedacted($0) }
        guard let first = differences.first else { return [] }
        let more = differences.count > 1 ? " and \(differences.count - 1) more" : ""
        return [DriftFinding(.answerChanged, subject, Self.shortened(first.description) + more)]
    }

    private func changed(_ detail: String) -> DriftFinding { DriftFinding(.outcomeChanged, subject, detail) }

    /// Metadata says nothing about the answer.
    private static func counted(_ result: JSONValue) -> JSONValue {
        guard case .object(var object) = result else { return result }
        object["_meta"] = nil
        return .object(object)
    }

    private static func isRedacted(_ difference: JSONDifference) -> Bool {
        guard case .changed(.string(let old), .string(let new)) = difference.change else { return false }
        return Placeholder.isContained(in: old) && Placeholder.matches(recorded: old, new)
    }

    private static func shortened(_ text: String) -> String {
        text.count > 240 ? text.prefix(240) + "…" : text
    }
}
