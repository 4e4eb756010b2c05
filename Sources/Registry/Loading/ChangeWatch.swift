/// Decides from looks at the files when to read them again: after a change, once they have come to rest.
///
/// Editors write in several steps (truncate and fill, or write beside and rename), so what has just changed is looked at
/// once more before it is read.
struct ChangeWatch<Stamp: Equatable> {
    private var read: Stamp
    private var seen: Stamp

    /// Begins with what the files looked like just before they were read.
    init(read stamp: Stamp) {
        read = stamp
        seen = stamp
    }

    /// Takes one look; true when the files differ from what was read and have not changed since the last look.
    mutating func observe(_ stamp: Stamp) -> Bool {
        defer { seen = stamp }
        guard stamp != read, stamp == seen else { return false }
        read = stamp
        return true
    }
}
