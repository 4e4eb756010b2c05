import JSON

/// One way of being a bad server: it sees every event of a session and may answer for the server.
///
/// A fault is a value with one function, in a file of its own; `FaultCatalogue` lists them.
protocol Fault: Sendable {
    /// Its name, parameters, help text and the rule that it breaks.
    static var form: FaultForm { get }

    /// Takes what was written behind the name; the form has already checked kinds and filled in defaults.
    init(_ arguments: FaultArguments) throws(MockFaultError)

    /// Sees one event and says what happens instead, or lets it pass.
    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction
}
