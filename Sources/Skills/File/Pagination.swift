import JSON

/// How an operation says that there is more, and which argument asks for it.
struct Pagination: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// The body holds the next cursor.
        case cursor(JSONPointer)
        /// A `Link` header with rel=next holds it, in one query parameter.
        case link(query: String)
        /// Pages are counted from one; a full page may have a successor.
        case page(items: JSONPointer, size: PageSize)
        /// A member of the last item is the next cursor, where the page is full.
        case last(items: JSONPointer, member: JSONPointer, size: PageSize)
    }

    /// Items of a full page: what the caller asked for, or what the vendor gives unasked.
    struct PageSize: Sendable, Hashable {
        let argument: String?
        let usual: Int
    }

    let kind: Kind
    /// The argument that takes what `nextCursor` says.
    let argument: String
}
