import Crypto

/// The names under which the tools of several integrations are offered together, and the way back.
///
/// A name that only one integration uses stays as it is. Where several use it, all of them are called
/// `<integration>__<name>`, and what is too long is cut and ends in a hash. The table depends on the set of origins
/// alone, not on their order.
package struct NameTable: Sendable, Hashable {
    private var exposed: [ToolOrigin: String] = [:]
    private var origins: [String: ToolOrigin] = [:]

    /// Names for everything that may be offered, whether it is there just now or not: so names do not come and go.
    package init(_ all: some Sequence<ToolOrigin>, limit: NameLimit = NameLimit()) {
        let all = Set(all)
        var names = Dictionary(uniqueKeysWithValues: all.map { ($0, $0.name) })
        // Once more, because a name of one's own may look like somebody's long name.
        for _ in 0..<2 { names = Self.clashing(names) { $0.integration + "__" + $0.name } }
        for (origin, name) in names where name.count > limit.characters {
            names[origin] = Self.shortened(name, of: origin, to: limit.characters, digits: 8)
        }
        names = Self.clashing(names) { Self.shortened($0.name, of: $0, to: limit.characters, digits: 16) }
        exposed = names
        origins = Dictionary(uniqueKeysWithValues: names.map { ($0.value, $0.key) })
    }

    /// The name that agents see; nil for what is not in the table.
    package subscript(_ origin: ToolOrigin) -> String? { exposed[origin] }

    /// Whose name this is; nil for a name that is nobody's.
    package func origin(of name: String) -> ToolOrigin? { origins[name] }

    /// Own names that several integrations use, with all of them in order.
    package var collisions: [String: [ToolOrigin]] {
        Dictionary(grouping: exposed.keys, by: \.name).filter { $0.value.count > 1 }.mapValues { $0.sorted() }
    }

    /// Gives all parties of every clash another name.
    private static func clashing(
        _ names: [ToolOrigin: String],
        _ rename: (ToolOrigin) -> String
    ) -> [ToolOrigin: String] {
        var renamed = names
        for (_, parties) in Dictionary(grouping: names.keys, by: { names[$0] ?? "" }) where parties.count > 1 {
            for origin in parties { renamed[origin] = rename(origin) }
        }
        return renamed
    }

    private static func shortened(_ name: String, of origin: ToolOrigin, to limit: Int, digits: Int) -> String {
        // The bytes of both names with a zero between them, which neither can hold.
        let digest = SHA256.hash(data: Array(origin.integration.utf8) + [0] + Array(origin.name.utf8))
        return name.prefix(limit - digits - 1) + "_" + HexadecimalText(digest.prefix(digits / 2)).text
    }
}
