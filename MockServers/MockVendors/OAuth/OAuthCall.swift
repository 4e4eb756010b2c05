package import MCPAuthorization

/// A request to the authorization server, as far as it looks at it.
package struct OAuthCall: Sendable {
    /// In upper case.
    package var method: String
    /// Without the query.
    package var path: String
    /// Empty for none.
    package var query: FormFields
    /// The `Authorization` header; nil without one.
    package var authorization: String?
    /// The `DPoP` header; nil without one.
    package var proof: String?
    /// Empty for none.
    package var body: [UInt8]

    /// A call from its parts.
    package init(
        _ method: String,
        _ path: String,
        query: FormFields = FormFields(),
        authorization: String? = nil,
        proof: String? = nil,
        body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.authorization = authorization
        self.proof = proof
        self.body = body
    }

    /// The body as a form.
    package var form: FormFields { FormFields(decoding: String(decoding: body, as: UTF8.self)) }
}
