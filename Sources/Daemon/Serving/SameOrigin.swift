import HTTPTypes

/// Whether a request was sent by a page of this very daemon: what loopback's other pages can be kept out by.
enum SameOrigin {
    /// Browsers name the origin of every form that they post; what names none, or another port, is not from here.
    static func holds(authority: String?, _ fields: HTTPFields) -> Bool {
        guard let authority = authority?.lowercased(), let origin = fields[.origin]?.lowercased() else { return false }
        let site = fields[RequestName.fetchSite]
        guard site == nil || site == "same-origin" else { return false }
        return origin == "http://\(authority)" || origin == "https://\(authority)"
    }
}
