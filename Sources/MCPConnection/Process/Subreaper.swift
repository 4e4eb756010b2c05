import Glibc

/// Makes this process the parent of orphans, so that what a server leaves behind can be found and reaped.
enum Subreaper {
    /// True when it is in force; without it leftovers are still found, but another process reaps them.
    static let isInForce: Bool = {
        // prctl is variadic, so Swift does not import it; it takes five integers on every architecture.
        typealias Prctl = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
        guard let address = dlsym(nil, "prctl") else { return false }
        let setChildSubreaper: Int32 = 36
        return unsafeBitCast(address, to: Prctl.self)(setChildSubreaper, 1, 0, 0, 0) == 0
    }()
}
