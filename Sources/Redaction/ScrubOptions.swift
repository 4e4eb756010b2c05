/// What is taken out beside credentials.
package struct ScrubOptions: Sendable, Hashable {
    /// Addresses of mail.
    package var removesEmails: Bool
    /// Numbers of six digits and more, and UUIDs.
    package var removesIdentifiers: Bool

    /// By default neither: most fixtures come from accounts made for them.
    package init(removesEmails: Bool = false, removesIdentifiers: Bool = false) {
        self.removesEmails = removesEmails
        self.removesIdentifiers = removesIdentifiers
    }
}
