import MCPHTTP

extension AuthorizationRequest {
    /// Takes the code out of the address that the browser came back to, or that somebody pasted.
    ///
    /// Nothing of an answer counts, not even its error, before its `state` and its issuer are found to be ours.
    package func code(from callback: Secret) throws(AuthorizationFault) -> Secret {
        let form = try parameters(of: callback.revealed())
        guard !["state", "iss", "code", "error"].contains(where: form.repeats) else {
            throw .badCallback(.repeatedParameter)
        }
        guard let state = form["state"], Secret(state) == self.state else { throw .badCallback(.foreignState) }
        switch form["iss"] {
        case let named? where named != issuer: throw .badCallback(.foreignIssuer)
        case nil where namesIssuer: throw .badCallback(.missingIssuer)
        default: break
        }
        if let error = form["error"] { throw .declined(OAuthErrorCode(wire: error)) }
        guard let code = form["code"], !code.isEmpty else { throw .badCallback(.missingCode) }
        return Secret(code)
    }

    private func parameters(of text: String) throws(AuthorizationFault) -> FormFields {
        let text = text.split(whereSeparator: \.isWhitespace).joined()
        guard text.contains("://") else {
            // Only the query was pasted.
            return FormFields(decoding: text.hasPrefix("?") ? text.dropFirst() : text[...])
        }
        guard let address = try? HTTPAddress(text), let expected = try? HTTPAddress(redirectURI),
            address.origin == expected.origin, address.path == expected.path
        else { throw .badCallback(.unreadable) }
        return FormFields(decoding: address.query ?? "")
    }
}
