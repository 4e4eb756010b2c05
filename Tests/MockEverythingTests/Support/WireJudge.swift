import JSON
import JSONSchema
import MCP
import Synchronization

/// Holds every message of a connection against the schema of its revision.
final class WireJudge: Sendable {
    private struct State {
        var asked: [WireDirection: [JSONValue: String]] = [:]
        var faults: [WireDirection: [String]] = [:]
        var count = 0
    }

    private static let schemas: [ProtocolRevision: JSONSchema] = Dictionary(
        uniqueKeysWithValues: ProtocolRevision.allCases.compactMap { revision in
            (try? JSONSchema(WireSchema.document(for: revision))).map { (revision, $0) }
        }
    )

    let revision: ProtocolRevision
    private let state = Mutex(State())

    init(_ revision: ProtocolRevision) {
        self.revision = revision
    }

    /// Messages seen until now.
    var count: Int { state.withLock(\.count) }

    /// What is wrong with messages of one direction, in words.
    func faults(_ direction: WireDirection) -> [String] {
        state.withLock { $0.faults[direction] ?? [] }
    }

    func see(_ bytes: [UInt8], _ direction: WireDirection) {
        guard let value = try? JSONValue(parsing: bytes) else {
            state.withLock { $0.faults[direction, default: []].append("not JSON") }
            return
        }
        for message in value.arrayValue ?? [value] { see(message, direction) }
    }

    private func see(_ message: JSONValue, _ direction: WireDirection) {
        let request = state.withLock { state -> String? in
            state.count += 1
            guard let id = message["id"] else { return nil }
            if let method = message["method"]?.stringValue {
                state.asked[direction, default: [:]][id] = method
                return nil
            }
            return state.asked[direction.opposite]?[id]
        }
        let found = judge(message, direction, answering: request)
        state.withLock { $0.faults[direction, default: []] += found }
    }

    private func judge(_ message: JSONValue, _ direction: WireDirection, answering request: String?) -> [String] {
        guard let schema = Self.schemas[revision] else { return ["no schema of \(revision)"] }
        let expected = WireSchema.expectation(of: message, sent: direction, answering: request, in: revision)
        if expected.method == .misplaced { return ["misplaced: \(message.text())"] }
        return expected.rules.flatMap { rule -> [String] in
            guard let part = rule.part(of: message) else { return ["\(message.text()) lacks \(rule)"] }
            guard let definition = schema.definition(named: rule.definition) else { return ["no \(rule.definition)"] }
            return definition.validate(part).map { "\(rule.definition): \($0) in \(message.text())" }
        }
    }
}
