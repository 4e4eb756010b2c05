/// How a mock ends.
package enum MockExit: Sendable, Hashable {
    /// It returns this code; 0 is the proper end.
    case code(Int32)
    /// It dies of this signal, as after a crash.
    case signal(Int32)
}
