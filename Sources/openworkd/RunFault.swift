/// Why the daemon cannot run, in a sentence with the fix.
struct RunFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
