extension String {
    /// Whether both hold the same code points; `==` would also equate different spellings of a character.
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        let verdict = utf8.withContiguousStorageIfAvailable { mine in
            other.utf8.withContiguousStorageIfAvailable { mine.elementsEqual($0) }
        }
        return (verdict ?? nil) ?? utf8.elementsEqual(other.utf8)
    }
}
