/// The long names among the grant types.
enum GrantType {
    /// A statement that somebody signed (RFC 7523).
    static let assertion = "urn:ietf:params:oauth:grant-type:jwt-bearer"
    /// One token for another (RFC 8693).
    static let exchange = "urn:ietf:params:oauth:grant-type:token-exchange"
}
