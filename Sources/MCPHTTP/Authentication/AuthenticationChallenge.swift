/// One challenge of a `WWW-Authenticate` header: what the server wants before it answers.
package struct AuthenticationChallenge: Sendable, Hashable {
    /// In lower case, because schemes are compared without case.
    package let scheme: String
    /// The one unnamed value some schemes have instead of parameters; nil otherwise.
    package let token: String?
    /// In order, names in lower case; of a repeated name the first counts.
    package let parameters: [Parameter]

    /// A name and its value without quotes.
    package struct Parameter: Sendable, Hashable {
        /// In lower case.
        package let name: String
        /// Without quotes and escapes; case kept.
        package let value: String

        /// Pairs a name, which must be in lower case already, with a value.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Puts a challenge together; the scheme is turned into lower case.
    package init(scheme: String, token: String? = nil, parameters: [Parameter] = []) {
        self.scheme = scheme.lowercased()
        self.token = token
        self.parameters = parameters
    }

    /// The value of a parameter; the name is compared without case.
    package subscript(_ name: String) -> String? {
        parameters.first { $0.name == name.lowercased() }?.value
    }

    /// The scopes a bearer challenge asks for, empty when it names none.
    package var scopes: [String] { (self["scope"] ?? "").split(separator: " ").map(String.init) }
}
