package import Registry

/// Something that a vendor can do.
package struct VendorRoute: Sendable, Hashable {
    /// In upper case.
    package var method: String
    /// Below the base; `{name}` stands for one segment, and a final `*` for the rest.
    package var path: String
    /// Texts that must all be in the body, for vendors with one address for everything.
    package var containing: [String]
    /// Whether it is answered without a credential.
    package var isOpen: Bool
    /// What it answers.
    package var answer: VendorAnswer
    /// Whether it is the call of which the entry says that it proves a credential.
    package var isCredentialCheck = false

    /// Takes all of it.
    package init(
        _ method: String,
        _ path: String,
        containing: [String] = [],
        isOpen: Bool = false,
        answer: VendorAnswer
    ) {
        self.method = method
        self.path = path
        self.containing = containing
        self.isOpen = isOpen
        self.answer = answer
    }

    /// The named segments of a path below the base; nil where the path does not fit.
    func match(_ asked: Substring) -> [String: String]? {
        var named: [String: String] = [:]
        var segments = asked.split(separator: "/")[...]
        let wanted = path.split(separator: "/")
        for (place, want) in wanted.enumerated() {
            if want == "*", place == wanted.count - 1 { return named }
            guard let segment = segments.popFirst() else { return nil }
            if want.hasPrefix("{"), want.hasSuffix("}") {
                named[String(want.dropFirst().dropLast())] = String(segment)
            } else if want != segment {
                return nil
            }
        }
        return segments.isEmpty ? named : nil
    }
}
