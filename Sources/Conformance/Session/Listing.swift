package import JSON

/// One walk through `tools/list`, page after page.
package struct Listing: Hashable, Sendable {
    /// How the walk ended.
    package enum End: Hashable, Sendable {
        /// A page without `nextCursor`.
        case complete
        /// A cursor came that had come before.
        case loop(cursor: String)
        /// More pages than we read.
        case tooManyPages(limit: Int)
        /// A page that was no page, or no answer: the last exchange says what.
        case broken
        /// Never begun: says why.
        case notTried(String)
    }

    /// The exchanges in order.
    package let pages: [Exchange]
    /// How it ended.
    package let end: End

    /// A walk as it went.
    package init(pages: [Exchange], end: End) {
        self.pages = pages
        self.end = end
    }

    /// All tools of all pages as they were listed, those of a broken shape included.
    package var tools: [JSONValue] {
        pages.flatMap { page -> [JSONValue] in
            guard case .result(let result) = page.outcome else {
                return []
            }
            return result["tools"]?.arrayValue ?? []
        }
    }

    /// The names that are strings, in order.
    package var names: [String] {
        tools.compactMap { $0["name"]?.stringValue }
    }

    /// From asking for the first page to the end of the last.
    package var duration: Duration {
        pages.map(\.duration).reduce(.zero, +)
    }
}
