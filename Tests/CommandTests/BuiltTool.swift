import Glibc

/// The executables that were built together with the tests.
enum BuiltTool {
    /// The path of one, beside the test executable.
    static func path(of name: String) throws -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for candidate in [own] + CommandLine.arguments {
            let folder = candidate.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let path = folder.joined(separator: "/") + "/" + name
            if access(path, X_OK) == 0 { return path }
        }
        throw ToolFault(description: "\(name) was not built beside the tests")
    }
}
