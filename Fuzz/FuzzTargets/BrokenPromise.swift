/// What a reader promised of its input and did not keep.
package struct BrokenPromise: Error, CustomStringConvertible {
    /// The promise, and where it was broken.
    package let description: String

    init(_ description: String) { self.description = description }

    /// Throws unless it is so.
    static func unless(_ isSo: Bool, _ description: @autoclosure () -> String) throws(BrokenPromise) {
        if !isSo { throw BrokenPromise(description()) }
    }
}
