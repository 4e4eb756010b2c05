/// Where random bytes come from; tests have a source that repeats itself.
package struct Entropy: Sendable {
    private let source: @Sendable (Int) -> [UInt8]

    /// A source that gives as many bytes as are asked for.
    package init(_ source: @escaping @Sendable (_ count: Int) -> [UInt8]) {
        self.source = source
    }

    /// The generator of the operating system.
    package static let system = Entropy { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// As many random bytes.
    package func bytes(_ count: Int) -> [UInt8] { source(count) }

    /// 256 bits as text for an address.
    package func token() -> String { Base64Text.urlSafe(source(32)) }
}
