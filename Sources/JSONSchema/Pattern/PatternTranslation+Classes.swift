extension PatternTranslation {
    /// Reads a bracketed class and writes it for PCRE2, every member by its number.
    mutating func characterClass() throws(PatternError) -> String {
        let start = position
        position += 1
        var text = "["
        if peek() == "^" {
            text += "^"
            position += 1
        }
        while let next = peek(), next != "]" {
            let low = try classAtom(next)
            guard peek() == "-", let after = peek(1), after != "]" else {
                text += member(low)
                continue
            }
            position += 1
            let high = try classAtom(after)
            if case .scalar(let low) = low, case .scalar(let high) = high {
                guard low <= high else { throw fault("a range in a class is out of order") }
                text += range(low, high)
            } else {
                // Beside a set the hyphen means itself.
                text += member(low) + #"\x{2d}"# + member(high)
            }
        }
        guard peek() == "]" else { throw PatternError(reason: "a class is not closed", offset: start) }
        position += 1
        return text + "]"
    }

    private mutating func classAtom(_ next: Unicode.Scalar) throws(PatternError) -> Atom {
        guard next == "\\" else {
            position += 1
            return .scalar(next.value)
        }
        guard peek(1) != "b" else {
            position += 2
            return .scalar(0x8)
        }
        return try escapedAtom()
    }

    private func member(_ atom: Atom) -> String {
        switch atom {
        case .scalar(let value): range(value, value)
        case .set(_, let inClass): inClass
        }
    }

    /// A range without surrogates, which are in no string.
    private func range(_ low: UInt32, _ high: UInt32) -> String {
        let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF
        let low = surrogates.contains(low) ? 0xE000 : low
        let high = surrogates.contains(high) ? 0xD7FF : high
        guard low <= high else { return "" }
        let first = "\\x{" + String(low, radix: 16) + "}"
        return low == high ? first : first + "-\\x{" + String(high, radix: 16) + "}"
    }
}
