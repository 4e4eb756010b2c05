import FuzzTargets
import Glibc
import Synchronization

/// The target of this process: the fuzzer calls a function of C, which carries nothing along.
enum FuzzedTarget {
    private static let target = Mutex<FuzzTarget?>(nil)

    static func set(_ chosen: FuzzTarget) { target.withLock { $0 = chosen } }

    /// Reads what the fuzzer made up, and ends the process where a promise is broken: that is what a finding is.
    static func read(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        let input = Array(UnsafeBufferPointer(start: bytes, count: count))
        do throws(BrokenPromise) {
            try target.withLock(\.self)?.read(input)
        } catch {
            print("broken promise: \(error)")
            fflush(nil)
            abort()
        }
        return 0
    }
}
