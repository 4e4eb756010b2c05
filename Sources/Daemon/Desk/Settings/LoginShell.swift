import Glibc

/// The login shell of the user as whom this process runs.
package enum LoginShell {
    /// As the system has it on record, not as a variable says: a service is often started without one, or with another's.
    /// - Returns: nil where the user is not on record, or has none.
    package static func ofThisUser() -> String? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16 << 10)
        guard getpwuid_r(geteuid(), &record, &buffer, buffer.count, &found) == 0, found != nil,
            let shell = record.pw_shell.map({ String(cString: $0) }), !shell.isEmpty
        else { return nil }
        return shell
    }
}
