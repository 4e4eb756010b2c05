/// A single HTTP request that was to be made for a rule, and what became of it.
package enum HTTPTrial: Hashable, Sendable {
    /// It was made.
    case made(HTTPTurn)
    /// There was nothing to try it with: says why.
    case pointless(String)
    /// It could not be made: says what was missing.
    case notMade(String)
}
