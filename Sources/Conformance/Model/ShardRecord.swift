/// What a report of a part has to say so that the whole can be put together again.
package struct ShardRecord: Hashable, Sendable {
    /// Which part it is.
    package let shard: Shard
    /// The ids of all parts together, in the order of the report.
    package let integrations: [String]
    /// Excuses that excuse nothing here, but may elsewhere, by their title.
    package var idleExcuses: [String]

    /// The record of a part.
    package init(shard: Shard, integrations: [String], idleExcuses: [String] = []) {
        self.shard = shard
        self.integrations = integrations
        self.idleExcuses = idleExcuses
    }
}
