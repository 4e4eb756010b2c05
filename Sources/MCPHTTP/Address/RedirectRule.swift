/// Which redirects are followed: those that repeat the same request at the same origin, a few times.
package struct RedirectRule: Sendable, Hashable {
    /// What to do with an answer of the 300s.
    package enum Decision: Sendable, Hashable {
        case follow(HTTPAddress)
        case refuse(Refusal)
    }

    /// Why a redirect is not followed.
    package enum Refusal: Sendable, Hashable {
        /// It leads to another scheme, host or port: nothing of ours is sent there.
        case otherOrigin(HTTPOrigin)
        case noLocation
        case badLocation(HTTPAddressError)
        /// It would turn the request into a GET.
        case otherMethod
        case tooMany(limit: Int)
        /// Not a status that asks for another request.
        case status(Int)
    }

    /// Redirects one request may go through.
    package var limit: Int

    /// Follows up to five redirects unless told otherwise.
    package init(limit: Int = 5) {
        self.limit = limit
    }

    /// Decides about one redirect.
    /// - Parameters:
    ///   - status: the status of the answer, 300 to 399.
    ///   - location: the `Location` header; nil when there is none.
    ///   - address: where the request went.
    ///   - followed: redirects this request went through before.
    /// - Returns: where to send the same request, or why not.
    package func decide(status: Int, location: String?, from address: HTTPAddress, followed: Int) -> Decision {
        guard [301, 302, 303, 307, 308].contains(status) else { return .refuse(.status(status)) }
        guard status != 303 else { return .refuse(.otherMethod) }
        guard let location else { return .refuse(.noLocation) }
        let target: HTTPAddress
        do {
            target = try address.resolving(location)
        } catch {
            return .refuse(.badLocation(error))
        }
        guard target.origin == address.origin else { return .refuse(.otherOrigin(target.origin)) }
        guard followed < limit else { return .refuse(.tooMany(limit: limit)) }
        return .follow(target)
    }
}

extension RedirectRule.Refusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .otherOrigin(let origin): "it leads to \(origin); if that is right, configure that address"
        case .noLocation: "it names no location"
        case .badLocation(let error): "its location is unusable: \(error)"
        case .otherMethod: "it asks for a GET where a message has to be sent"
        case .tooMany(let limit): "more than \(limit) redirects in a row"
        case .status(let status): "status \(status) is no redirect that can be followed"
        }
    }
}
