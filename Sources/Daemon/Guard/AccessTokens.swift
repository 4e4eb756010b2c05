import Crypto
import Glibc

/// The tokens that open a daemon which is bound to more than loopback; only their hashes are held.
package struct AccessTokens: Sendable {
    /// Why there are no tokens to be had from a file.
    package enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
        case unreadable(path: String, reason: String)
        case exposed(path: String)
        case none(path: String)
        case weak(path: String, line: Int)

        package var description: String {
            switch self {
            case .unreadable(let path, let reason): "the token file \(path) cannot be read (\(reason))"
            case .exposed(let path): "the token file \(path) can be read by others: chmod 600 it, and change the tokens"
            case .none(let path):
                "the token file \(path) holds no token: write one a line, such as openssl rand -hex 32"
            case .weak(let path, let line):
                "line \(line) of the token file \(path) is shorter than 32 characters: make a longer one"
            }
        }
    }

    private let hashes: [SHA256.Digest]

    /// These tokens.
    package init(_ tokens: [String]) {
        hashes = tokens.map { SHA256.hash(data: Array($0.utf8)) }
    }

    /// Reads a file with one token a line; lines that begin with `#` are notes.
    package init(file path: String) throws(Fault) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else { throw .exposed(path: path) }
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        let count = max(0, read(descriptor, &bytes, bytes.count))
        let text = String(decoding: bytes.prefix(count), as: UTF8.self)
        var tokens: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let token = String(line.filter { !$0.isWhitespace })
            if token.isEmpty || token.hasPrefix("#") { continue }
            guard token.utf8.count >= 32 else { throw .weak(path: path, line: index + 1) }
            tokens.append(token)
        }
        guard !tokens.isEmpty else { throw .none(path: path) }
        self.init(tokens)
    }

    /// Whether it is one of them; digests are compared in constant time, and each time all of them.
    func accept(_ token: String) -> Bool {
        let digest = SHA256.hash(data: Array(token.utf8))
        return hashes.map { $0 == digest }.contains(true)
    }

    /// The token that a request brings, whatever it opens.
    static func bearer(in authorization: String?) -> String? {
        let words = (authorization ?? "").split(separator: " ", maxSplits: 1)
        return words.count == 2 && words[0].lowercased() == "bearer" ? String(words[1]) : nil
    }

    /// What a token is called in the audit: the beginning of its hash, as `sha256sum` shows it.
    static func name(of token: String) -> String {
        SHA256.hash(data: Array(token.utf8)).prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
