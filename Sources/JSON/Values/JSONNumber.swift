/// A JSON number without loss: an `Int64`, a `UInt64`, or the text in which anything else was written.
///
/// Comparing and hashing are mathematical and exact: `1`, `1.0` and `10e-1` are equal, and `1e400` is less than
/// `2e400`.
public struct JSONNumber: Sendable {
    /// What is kept.
    ///
    /// `uint64` only holds what `int64` cannot, `text` only what neither can spell.
    enum Storage: Sendable {
        case int64(Int64)
        case uint64(UInt64)
        case text(String)
    }

    let storage: Storage

    init(storage: Storage) { self.storage = storage }

    /// Takes a signed integer.
    public init(_ value: Int64) { storage = .int64(value) }

    /// Takes a signed integer of the platform's size.
    public init(_ value: Int) { storage = .int64(Int64(value)) }

    /// Takes an unsigned integer, also one beyond the signed range.
    public init(_ value: UInt64) {
        storage = if let small = Int64(exactly: value) { .int64(small) } else { .uint64(value) }
    }

    /// Takes a double with the fewest digits that read back as it; nil for NaN and the infinities, which JSON cannot
    /// write.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        if value.magnitude < 9_007_199_254_740_992, value.sign == .plus || value != 0,
            let integer = Int64(exactly: value)
        {
            storage = .int64(integer)
        } else {
            storage = .text(value == 0 ? "-0" : DecimalForm(value.description).ecmaScriptText)
        }
    }

    /// The nearest double, infinite where the number is too large for one.
    public var double: Double {
        switch storage {
        case .int64(let value): Double(value)
        case .uint64(let value): Double(value)
        case .text(let text): Double(text) ?? .nan
        }
    }

    /// The value as a signed integer; nil when it has a fraction or does not fit.
    public var int64: Int64? {
        switch storage {
        case .int64(let value): value
        case .uint64: nil
        case .text(let text): DecimalForm(text).integer.flatMap { Int64(exactly: $0) }
        }
    }

    /// The value as an unsigned integer; nil when it is negative, has a fraction or does not fit.
    public var uint64: UInt64? {
        switch storage {
        case .int64(let value): UInt64(exactly: value)
        case .uint64(let value): value
        case .text(let text): DecimalForm(text).integer.flatMap { UInt64(exactly: $0) }
        }
    }

    /// Whether the value has no fraction, so true for `1.0` and `1e400` as well.
    public var isInteger: Bool {
        guard case .text(let text) = storage else { return true }
        return DecimalForm(text).isInteger
    }

    /// The number as it is written into JSON: as it was read, or in the shortest way.
    public var text: String {
        switch storage {
        case .int64(let value): String(value)
        case .uint64(let value): String(value)
        case .text(let text): text
        }
    }
}

extension JSONNumber: CustomStringConvertible {
    /// The same as ``text``.
    public var description: String { text }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Writes a number as a Swift integer.
    public init(integerLiteral value: Int64) { self.init(value) }

    /// Writes a number as a Swift floating-point literal, which must be finite.
    public init(floatLiteral value: Double) {
        guard let number = JSONNumber(value) else {
            preconditionFailure("the literal \(value) is not finite: JSON cannot write it")
        }
        self = number
    }
}
