/// Decides after each page of a listing whether to fetch another; ends on loops and on listings without end.
package struct PageWalk: Sendable, Hashable {
    /// What to do after a page.
    package enum Step: Sendable, Hashable {
        case fetch(cursor: String)
        case done
        /// The cursor was given before in this walk: the listing would never end.
        case loop(cursor: String)
        /// There is another page, and the limit is reached.
        case tooMany(limitInPages: Int)
    }

    /// Pages a listing may have; at least one is always fetched.
    package let limitInPages: Int

    /// Pages seen so far.
    package private(set) var pages = 0

    private var seen: Set<String> = []

    /// A walk before its first page, which carries no cursor.
    package init(limitInPages: Int = 1_000) {
        self.limitInPages = limitInPages
    }

    /// Records a page by the cursor that follows it; nil is the end, an empty string is not.
    package mutating func next(_ cursor: String?) -> Step {
        pages += 1
        guard let cursor else { return .done }
        guard seen.insert(cursor).inserted else { return .loop(cursor: cursor) }
        guard pages < limitInPages else { return .tooMany(limitInPages: limitInPages) }
        return .fetch(cursor: cursor)
    }
}
