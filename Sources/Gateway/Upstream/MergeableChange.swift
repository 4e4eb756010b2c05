/// What a `MergingFeed` can tell.
package protocol MergeableChange: Hashable, Sendable {
    /// Whether it says no more when it is told twice: whoever hears of it looks at what is there now.
    var isMerged: Bool { get }
}
