import MCP

/// Why a listing could not be read to its end.
package enum ListingFailure: Error, Sendable, Hashable {
    /// A page could not be had.
    case request(RequestFailure)
    /// A page has the wrong shape; the text says where.
    case shape(method: String, page: Int, reason: String)
    /// A page points back to one seen before: the listing would never end.
    case loop(method: String, cursor: String, page: Int)
    /// There were more pages than the limit.
    case tooManyPages(method: String, limit: Int)
}

extension ListingFailure: CustomStringConvertible {
    /// One sentence that names the method and the page.
    package var description: String {
        switch self {
        case .request(let failure): failure.description
        case .shape(let method, let page, let reason): "page \(page) of \(method) has the wrong shape: \(reason)"
        case .loop(let method, let cursor, let page):
            "\(method) never ends: page \(page) gives the cursor \"\(cursor)\", which was given before"
        case .tooManyPages(let method, let limit): "\(method) has more than \(limit) pages"
        }
    }
}
