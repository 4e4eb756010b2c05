extension JSONNumber: Hashable {
    /// Compares mathematically, whatever the spelling and size.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        switch (left.storage, right.storage) {
        case (.int64(let left), .int64(let right)): left == right
        case (.uint64(let left), .uint64(let right)): left == right
        case (.int64, .uint64), (.uint64, .int64): false
        case (.text(let left), .text(let right)) where left == right: true
        default: left.decimal == right.decimal
        }
    }

    /// Feeds the mathematical value, so that `1` and `1.0` hash alike.
    public func hash(into hasher: inout Hasher) {
        switch storage {
        case .int64(let value): hasher.combine(Int128(value))
        case .uint64(let value): hasher.combine(Int128(value))
        case .text(let text):
            let decimal = DecimalForm(text)
            if let integer = decimal.integer {
                hasher.combine(integer)
            } else {
                hasher.combine(decimal)
            }
        }
    }
}

extension JSONNumber: Comparable {
    /// Orders mathematically, exact for any size.
    public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
        switch (left.storage, right.storage) {
        case (.int64(let left), .int64(let right)): left < right
        case (.uint64(let left), .uint64(let right)): left < right
        case (.int64, .uint64): true
        case (.uint64, .int64): false
        default: left.decimal < right.decimal
        }
    }

    var decimal: DecimalForm { DecimalForm(text) }
}
