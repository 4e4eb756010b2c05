/// A hash table from hashes to places in a list, open addressing; who asks compares the keys themselves.
struct KeyTable: Sendable {
    private struct Slot {
        var hash: Int
        /// Negative while the slot is free.
        var place: Int
    }

    private var slots = [Slot](repeating: Slot(hash: 0, place: -1), count: 64)
    private var count = 0

    mutating func insert(_ place: Int, hash: Int) {
        if (count + 1) * 2 > slots.count { grow() }
        slots[freeSlot(hash)] = Slot(hash: hash, place: place)
        count += 1
    }

    /// The places that were inserted with this hash.
    func candidates(hash: Int) -> [Int] {
        var found: [Int] = []
        var slot = hash & (slots.count - 1)
        while slots[slot].place >= 0 {
            if slots[slot].hash == hash { found.append(slots[slot].place) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return found
    }

    private func freeSlot(_ hash: Int) -> Int {
        var slot = hash & (slots.count - 1)
        while slots[slot].place >= 0 { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(hash: 0, place: -1), count: old.count * 2)
        for slot in old where slot.place >= 0 { slots[freeSlot(slot.hash)] = slot }
    }
}
