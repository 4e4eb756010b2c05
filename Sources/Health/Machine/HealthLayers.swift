/// The three questions that a single state blurs, each with its own answer and time.
package struct HealthLayers: Sendable, Hashable {
    /// One answer.
    package struct Layer: Sendable, Hashable {
        /// Yes, no, or nil where nobody knows.
        package var holds: Bool?
        /// Why, in a few words.
        package var detail: String
        /// When it was found out; nil when it never was.
        package var at: Moment?

        /// An answer found at a moment.
        package init(_ holds: Bool?, _ detail: String, at: Moment?) {
            self.holds = holds
            self.detail = detail
            self.at = at
        }
    }

    /// Whether all required settings have a value.
    package var configured = Layer(nil, "not looked at", at: nil)
    /// Whether the vendor accepts the credential.
    package var authorised = Layer(nil, "never tried", at: nil)
    /// Whether its tools are listed and callable at the role's endpoint.
    package var effective = Layer(nil, "not looked at", at: nil)

    /// Three answers that nobody knows yet.
    package init() {}
}
