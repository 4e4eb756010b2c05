import Crypto
import DaemonAPI

/// Text of an answer that was written once for many callers, with the tag by which they can ask whether it has changed.
package struct TaggedJSON: Sendable, Hashable {
    /// The members of an object without its braces.
    let members: [UInt8]
    /// Weak: the moment at which it is told stands beside the members and makes no difference.
    let tag: String

    /// Members that were written.
    init(_ members: [UInt8]) {
        self.members = members
        tag = "W/" + Self.tag(of: members)
    }

    /// The object, told at a moment.
    func bytes(at moment: Timestamp) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(members.count + 48)
        bytes += Array("{\"at\":\"\(moment.text)\",".utf8)
        bytes += members
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// A strong tag for bytes.
    static func tag(of bytes: [UInt8]) -> String {
        let digest = SHA256.hash(data: bytes).prefix(12).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        return "\"\(digest.joined())\""
    }

    /// Whether a caller who sent this `If-None-Match` has what a tag stands for.
    static func isKnown(_ tag: String, to known: String?) -> Bool {
        func bare(_ tag: some StringProtocol) -> String {
            String(tag.hasPrefix("W/") ? tag.dropFirst(2) : tag.dropFirst(0))
        }
        return (known ?? "").split(separator: ",").contains { word in
            let word = word.filter { $0 != " " }
            return word == "*" || bare(word) == bare(tag)
        }
    }
}
