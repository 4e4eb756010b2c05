/// How long a client is asked to stay away, in one of the two spellings of `Retry-After`.
package enum HTTPPause: Sendable, Hashable {
    /// A number of seconds.
    case seconds(Int)
    /// The date at which so many seconds are over.
    case date(afterSeconds: Int)
}
