import JSON

extension AuthScheme {
    /// A scheme, or just its kind.
    static let form = Form<AuthScheme>.object(
        "Auth",
        "How a user proves who they are.",
        blank: AuthScheme(.none),
        [
            .required("kind", { $1(&$0.kind) }, .choice, "what the credential is"),
            .defaulted(
                "alternatives",
                { $1(&$0.alternatives) },
                .list(.list(.variable, atLeast: 1)),
                to: [],
                "sets of variables of which one must be complete"
            ),
            .optional("oauth", { $1(&$0.oauth) }, OAuthFacts.form, "what is known of the log-in"),
            .optional("note", { $1(&$0.note) }, .text, "what a user should know"),
        ]
    )
    .orShort(Form<Kind>.choice.schema) { value in
        value.stringValue.flatMap(Kind.init(rawValue:)).map { AuthScheme($0) }
    } write: { scheme in
        guard scheme == AuthScheme(scheme.kind) else { return nil }
        return .string(scheme.kind.rawValue)
    }
}

extension OAuthFacts {
    fileprivate static let form = Form<OAuthFacts>.object(
        "OAuth",
        "What is known of a vendor's log-in before it is asked.",
        blank: OAuthFacts(),
        [
            .optional("authorizationServer", { $1(&$0.authorizationServer) }, .address, "who issues the tokens"),
            .optional("protectedResource", { $1(&$0.protectedResource) }, .address, "where the resource's metadata is"),
            .optional("authorizeUrl", { $1(&$0.authorizeURL) }, .address, "where the browser goes"),
            .optional("tokenUrl", { $1(&$0.tokenURL) }, .address, "where codes are exchanged"),
            .optional("registration", { $1(&$0.registration) }, .choice, "how a client makes itself known"),
            .defaulted("scopes", { $1(&$0.scopes) }, .list(.text), to: [], "what to ask for, at most"),
        ]
    )
}
