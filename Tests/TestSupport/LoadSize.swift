import Glibc

/// How much the tests about load ask of the machine.
package enum LoadSize {
    /// Everything the goals name; what is measured then is only meaningful for a test that runs alone.
    package static let isFull = getenv("OPENWORK_LOAD").map { String(cString: $0) } == "full"

    /// Requests in flight at a time.
    package static let requests = isFull ? 10_000 : 1_000
}
