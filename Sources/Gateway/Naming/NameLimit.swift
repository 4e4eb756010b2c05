/// How long a name may be that agents are offered.
package struct NameLimit: Sendable, Hashable {
    /// Names longer than that many characters are shortened; at least 24, so that something readable is left.
    package let characters: Int

    /// Leaves room for what a client puts before every name, such as `mcp__engineering__`.
    ///
    /// - Parameters:
    ///   - total: what models take.
    ///   - clientPrefix: the characters kept free.
    package init(total: Int = 64, clientPrefix: Int = 16) {
        characters = max(24, total - clientPrefix)
    }
}
