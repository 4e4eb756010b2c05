extension Dictionary {
    /// Gives the memory of a rush back once it is over: an emptied table keeps room for all that it ever held.
    package mutating func shrinkWhenEmpty() {
        if isEmpty, capacity > 1_024 { self = [:] }
    }
}
