import Glibc

/// The executables that were built together with the tests.
package enum BuiltProduct {
    /// The path of one; nil when it was not built.
    package static func path(of name: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // Either the test executable itself lies there, or a runner was given its path as an argument.
        let candidates = [own] + CommandLine.arguments
        for candidate in candidates {
            let folder = candidate.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
                separator: "/"
            )
            let path = folder + "/" + name
            if access(path, X_OK) == 0 { return path }
        }
        return nil
    }
}
