import MCP

/// First pages of lists as they were written last: most clients ask for nothing else, and all get the same.
struct ListedPages: Sendable {
    /// What makes pages differ.
    struct Key: Sendable, Hashable {
        let member: String
        let revision: ProtocolRevision
    }

    private var pages: [Key: Members] = [:]
    /// The catalogue that they were written from.
    private var build = 0

    /// A page of the catalogue of that build; nil when it was not written yet.
    func page(_ key: Key, of build: Int) -> Members? {
        build == self.build ? pages[key] : nil
    }

    /// Keeps a page; those of earlier catalogues go.
    mutating func keep(_ page: Members, as key: Key, of build: Int) {
        guard build >= self.build else { return }
        if build > self.build { pages = [:] }
        self.build = build
        pages[key] = page
    }
}
