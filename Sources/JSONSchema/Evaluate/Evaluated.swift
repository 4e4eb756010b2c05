/// Which members or items of one instance some subschema has looked at, for `unevaluated…`.
struct Evaluated {
    /// Every one, those not yet there included.
    var isAll = false
    /// The items below this index.
    var prefix = 0
    /// Further positions.
    private(set) var positions: Set<Int> = []

    func contains(_ position: Int) -> Bool {
        isAll || position < prefix || positions.contains(position)
    }

    mutating func insert(_ position: Int) {
        if position >= prefix { positions.insert(position) }
    }

    mutating func formUnion(_ other: Evaluated) {
        isAll = isAll || other.isAll
        prefix = max(prefix, other.prefix)
        positions.formUnion(other.positions)
    }
}
