import Testing

/// One way to break a client.
struct Twin: Sendable, CustomTestStringConvertible {
    let scenario: AuthScenario
    let name: String
    let tampering: Tampering

    static let all = AuthScenario.all.flatMap { scenario in
        scenario.twins.map { Twin(scenario: scenario, name: $0.name, tampering: $0.tampering) }
    }

    var testDescription: String { "\(scenario.id): \(name)" }
}
