package import Crypto
import FoundationEssentials
import JSON

/// Signs what a client is given to bring back, and lets it expire: nobody else can make it, change it or use it elsewhere.
package struct RequestStateSeal: Sendable {
    /// Why a state that came back is refused.
    package enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// Not made by us, changed, or made for another request or caller.
        case forged
        case expired

        /// Ends a sentence that begins with the name of the field.
        package var description: String {
            switch self {
            case .forged: "was not made for this request"
            case .expired: "has expired: begin again without it"
            }
        }
    }

    private let key: SymmetricKey
    private let lifetime: Duration
    private let now: @Sendable () -> Duration

    /// A seal that only this value, or one with the same key, can open.
    /// - Parameters:
    ///   - key: nil makes one up, so that every state ends with the process.
    ///   - lifetime: how long a client may take between question and retry.
    ///   - now: the time since any fixed point; it must not go back.
    package init(
        key: SymmetricKey? = nil,
        lifetime: Duration = .seconds(600),
        now: @escaping @Sendable () -> Duration
    ) {
        self.key = key ?? SymmetricKey(size: .bits256)
        self.lifetime = lifetime
        self.now = now
    }

    /// The text to give away.
    func seal(_ memory: JSONObject, for binding: String) -> String {
        let milliseconds = Int((now() + lifetime) / .milliseconds(1))
        let content: JSONValue = ["until": .number(JSONNumber(milliseconds)), "memory": .object(memory)]
        let bytes = content.utf8()
        return Hexadecimal.encode(bytes) + "." + Hexadecimal.encode(Array(signature(of: bytes, for: binding)))
    }

    /// What was sealed, when the text is unchanged, still valid, and was made for the same thing.
    func open(_ text: String, for binding: String) throws(Fault) -> JSONObject {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let bytes = Hexadecimal.decode(parts[0]), let code = Hexadecimal.decode(parts[1]) else {
            throw .forged
        }
        let signed = Self.signed(bytes, binding)
        guard HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: key) else { throw .forged }
        guard let content = try? JSONValue(parsing: bytes), let until = content["until"]?.intValue,
            let memory = content["memory"]?.objectValue
        else {
            throw .forged
        }
        guard now() < .milliseconds(until) else { throw .expired }
        return memory
    }

    private func signature(of bytes: [UInt8], for binding: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Self.signed(bytes, binding), using: key)
    }

    /// The length keeps content and binding apart.
    private static func signed(_ bytes: [UInt8], _ binding: String) -> [UInt8] {
        Array("\(bytes.count):".utf8) + bytes + Array(binding.utf8)
    }
}
