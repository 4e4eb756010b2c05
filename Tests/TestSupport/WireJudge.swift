import JSON
import JSONSchema
package import MCP
package import MCPConnection
import Synchronization
package import Testing

/// Holds what our side says on one connection against the schema of the revision that is spoken there.
///
/// It finds the revision out by listening to both sides, and judges those that are ours.
package final class WireJudge: Sendable {
    fileprivate struct Asked {
        let method: String
        let revision: ProtocolRevision
    }

    fileprivate struct State {
        var asked: [WireDirection: [JSONValue: Asked]] = [:]
        var agreed: ProtocolRevision?
        var faults: [WireFault] = []
        var excused: Set<WireExcuse> = []
        var count = 0
    }

    private static let schemas: [ProtocolRevision: JSONSchema] = Dictionary(
        uniqueKeysWithValues: ProtocolRevision.allCases.compactMap { revision in
            (try? JSONSchema(WireSchema.document(for: revision, withExtensions: true))).map { (revision, $0) }
        }
    )

    private let judged: Set<WireDirection>
    private let excuses: [WireExcuse]
    private let state: Mutex<State>

    /// - Parameters:
    ///   - directions: what comes from our side; the rest is listened to only.
    ///   - revision: the one that is spoken, where it cannot be heard; nil finds out.
    ///   - excuses: what the test breaks on purpose.
    package init(
        _ directions: Set<WireDirection> = [.clientToServer, .serverToClient],
        in revision: ProtocolRevision? = nil,
        excusing excuses: [WireExcuse] = []
    ) {
        judged = directions
        self.excuses = excuses
        state = Mutex(State(agreed: revision))
    }

    /// Messages judged until now.
    package var count: Int { state.withLock(\.count) }

    /// What was found until now and is not excused, in order.
    package var faults: [WireFault] { state.withLock(\.faults) }

    /// Records an issue for each fault, and for each excuse that nothing needed.
    package func report(sourceLocation: SourceLocation = #_sourceLocation) {
        let (faults, excused) = state.withLock { ($0.faults, $0.excused) }
        for fault in faults { Issue.record("\(fault)", sourceLocation: sourceLocation) }
        for excuse in excuses where !excuse.isOptional && !excused.contains(excuse) {
            Issue.record(
                "\(excuse.rule) was not broken, although it should be: \(excuse.reason)",
                sourceLocation: sourceLocation
            )
        }
    }

    /// Records an issue for each fault that was not reported before; for a conversation that has no end of its own.
    package func reportNew(sourceLocation: SourceLocation = #_sourceLocation) {
        let faults = state.withLock { state in
            defer { state.faults = [] }
            return state.faults
        }
        for fault in faults { Issue.record("\(fault)", sourceLocation: sourceLocation) }
    }

    /// Hears everything on the connection of a client.
    package var tap: WireTap {
        WireTap { [self] record in
            switch record.event {
            case .opened: state.withLock { $0.asked = [:] }
            case .sent(let message): see(message, .clientToServer)
            case .received(let message): see(message, .serverToClient)
            default: break
            }
        }
    }

    /// Hears a message, or a batch of them; what is longer than 16 MiB is a test's own affair.
    package func see(_ bytes: [UInt8], _ direction: WireDirection) {
        guard bytes.count <= 16 << 20 else { return }
        guard let value = try? JSONValue(parsing: bytes) else {
            let text = String(decoding: bytes.prefix(80), as: UTF8.self)
            let revision = state.withLock(\.agreed) ?? .latest
            return note(
                [
                    WireFault(
                        rule: "text",
                        revision: revision,
                        direction: direction,
                        detail: "not JSON: \(text)",
                        message: text
                    )
                ],
                direction
            )
        }
        for message in value.arrayValue ?? [value] { see(message, direction) }
    }

    private func see(_ message: JSONValue, _ direction: WireDirection) {
        let (revision, request) = state.withLock { $0.place(message, direction) }
        guard judged.contains(direction) else { return }
        var message = message
        if message["error"] != nil, message["id"] == nil, var object = message.objectValue {
            // The older schemas want an id, and the same revisions' text allows none where none could be read.
            object["id"] = 0
            message = .object(object)
        }
        note(Self.faults(of: message, direction, answering: request, in: revision), direction)
    }

    private func note(_ found: [WireFault], _ direction: WireDirection) {
        guard judged.contains(direction) else { return }
        state.withLock { state in
            state.count += 1
            for fault in found {
                if let excuse = excuses.first(where: { $0.covers(fault) }) {
                    state.excused.insert(excuse)
                } else {
                    state.faults.append(fault)
                }
            }
        }
    }

    private static func faults(
        of message: JSONValue,
        _ direction: WireDirection,
        answering request: String?,
        in revision: ProtocolRevision
    ) -> [WireFault] {
        func fault(_ rule: String, _ detail: String) -> WireFault {
            let text = message.text()
            let detail = "\(detail) in \(text.prefix(300))"
            return WireFault(rule: rule, revision: revision, direction: direction, detail: detail, message: text)
        }
        guard let schema = schemas[revision] else { return [fault("schema", "it cannot be compiled")] }
        let expected = WireSchema.expectation(of: message, sent: direction, answering: request, in: revision)
        if expected.method == .misplaced, message["error"] == nil { return [fault("method", "misplaced")] }
        return expected.rules.flatMap { rule -> [WireFault] in
            guard let part = rule.part(of: message) else { return [fault(rule.definition, "there is none")] }
            guard let definition = schema.definition(named: rule.definition) else {
                return [fault(rule.definition, "no such definition")]
            }
            return definition.validate(part).map { fault(rule.definition, "\($0)") }
        }
    }
}

extension WireJudge.State {
    /// The revision a message is to be judged in, and the method of the request that it answers.
    mutating func place(_ message: JSONValue, _ direction: WireDirection) -> (ProtocolRevision, String?) {
        guard let method = message["method"]?.stringValue else { return placeAnswer(message, direction) }
        let revision = revision(ofCall: method, message["params"])
        if let id = message["id"] {
            asked[direction, default: [:]][id] = WireJudge.Asked(method: method, revision: revision)
        }
        return (revision, nil)
    }

    private mutating func placeAnswer(
        _ message: JSONValue,
        _ direction: WireDirection
    ) -> (ProtocolRevision, String?) {
        let asked = message["id"].flatMap { id in self.asked[direction.opposite]?.removeValue(forKey: id) }
        self.asked[direction.opposite]?.shrinkWhenEmpty()
        guard asked?.method == "initialize",
            let version = message["result"]?["protocolVersion"]?.stringValue.flatMap(ProtocolRevision.init(rawValue:))
        else { return (asked?.revision ?? agreed ?? .latestLegacy, asked?.method) }
        agreed = version
        return (version, "initialize")
    }

    private mutating func revision(ofCall method: String, _ params: JSONValue?) -> ProtocolRevision {
        let stated = params?["_meta"]?[MetaKey.protocolVersion]?.stringValue.flatMap(ProtocolRevision.init(rawValue:))
        if let stated {
            if agreed == nil { agreed = stated }
            return stated
        }
        switch method {
        case "server/discover":
            return .latest
        case "initialize":
            let wanted = params?["protocolVersion"]?.stringValue.flatMap(ProtocolRevision.init(rawValue:))
            return wanted.flatMap { $0.era == .legacy ? $0 : nil } ?? .latestLegacy
        default:
            // Who names no revision before one is agreed on is of the legacy era.
            return agreed ?? .latestLegacy
        }
    }
}
