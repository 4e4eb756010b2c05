extension ConfigField {
    /// A made-up value of the right spelling, for trying a server out without a user; never a real credential.
    package var sample: String {
        if let choice = choices?.first { return choice }
        if let pattern {
            let text = PatternSample.text(for: pattern)
            if !text.isEmpty { return text.count < 12 && isSecret ? text + "sample-credential" : text }
        }
        return switch kind {
        case .string: isSecret ? "sample-credential" : "sample"
        case .integer: "1"
        case .boolean: "true"
        case .url: "https://example.com"
        case .path: "/nonexistent/sample"
        case .json: "{}"
        }
    }
}
