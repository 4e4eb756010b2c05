/// All that the schema of a revision asks of one message.
package struct WireExpectation: Sendable, Hashable {
    /// What to validate, from the envelope inwards; never empty.
    ///
    /// What an envelope finds below `result` the rule for the result finds again, with more to say: report it once.
    package let rules: [WireRule]
    /// What the revision says about the method of the message, or of the request that it answers.
    ///
    /// Nil when there is no such method to be found: in a malformed message, a batch, or an answer to nothing known.
    package let method: WireLookup?
}
