extension TokenTape {
    enum Kind: UInt8 {
        case key, asciiKey, escapedKey, string, asciiString, escapedString
        case integer, number, null, `true`, `false`, array, object
    }

    /// One token: a scalar or key with its extent, or a container with the number of its elements or members.
    struct Token: Sendable {
        /// For a container the token of the one around it, while it is open.
        var start: UInt32
        /// The kind above the count, so that a token takes eight bytes.
        private var kindAndCount: UInt32

        /// The bits of the count.
        static let countBits: UInt32 = 28

        static let none = Token(.key, start: 0, count: 0)

        @inline(__always)
        init(_ kind: Kind, start: Int, count: Int) {
            self.start = UInt32(truncatingIfNeeded: start)
            kindAndCount = UInt32(kind.rawValue) &<< Self.countBits | UInt32(truncatingIfNeeded: count)
        }

        @inline(__always)
        var kind: Kind {
            // Only this type writes the bits, and the failable initializer shows in profiles.
            unsafeBitCast(UInt8(truncatingIfNeeded: kindAndCount &>> Self.countBits), to: Kind.self)
        }

        @inline(__always)
        var count: Int {
            get { Int(truncatingIfNeeded: kindAndCount & (1 &<< Self.countBits &- 1)) }
            set { kindAndCount = UInt32(kind.rawValue) &<< Self.countBits | UInt32(truncatingIfNeeded: newValue) }
        }

        @inline(__always)
        var extent: Range<Int> { Int(start)..<Int(start) + count }
    }
}
