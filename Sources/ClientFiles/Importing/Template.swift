/// A text with one placeholder `${NAME}` in it.
struct Template {
    private let before: Substring
    private let after: Substring
    private let name: Substring

    init(_ text: String) {
        guard let start = text.firstRange(of: "${"), let end = text[start.upperBound...].firstIndex(of: "}") else {
            (before, after, name) = (text[...], "", "")
            return
        }
        before = text[..<start.lowerBound]
        name = text[start.upperBound..<end]
        after = text[text.index(after: end)...]
    }

    /// Whether nothing stands beside the placeholder.
    var isBare: Bool { before.isEmpty && after.isEmpty }

    /// The name and what stands in its place; nil where the text is another, or has nothing there.
    func match(_ text: String) -> (name: String, value: String)? {
        guard !name.isEmpty, text.hasPrefix(before), text.hasSuffix(after), text.count > before.count + after.count
        else { return nil }
        return (String(name), String(text.dropFirst(before.count).dropLast(after.count)))
    }
}
