import Glibc
import MockCommands

/// The executable beside this one that has what would make every mock slow to start: HTTP and cryptography.
struct SiblingExecutable {
    /// The words that it takes first.
    static let commands = ["everything", "client", "oauth", "vendor", "packages"]

    private let name = "openwork-mock-everything"

    /// Replaces this process, which keeps its id, its streams and its environment; returns only by throwing.
    func become(_ arguments: some Sequence<String>) throws(CommandFault) {
        let path = Self.folder() + "/" + name
        var words = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        execv(path, words)
        throw CommandFault(
            missing: "\(path) cannot be started (\(String(cString: strerror(errno)))): "
                + "install it beside openwork-mock, or build it with swift build --product \(name)"
        )
    }

    private static func folder() -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}
