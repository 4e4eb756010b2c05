/// How a value is spelled when it is written.
public enum JSONStyle: Sendable, Hashable, CaseIterable {
    /// On one line without white space, members in their order, numbers as they were read.
    case compact
    /// On several lines, two spaces for each level, a space after each colon.
    case pretty
    /// By RFC 8785, equal bytes for equal values: members sorted by UTF-16 code units, numbers as ECMAScript writes
    /// them.
    ///
    /// As the RFC demands, every number becomes the nearest double first, so integers beyond 2^53 lose digits. A number
    /// beyond the range of a double, for which the RFC has no spelling, keeps its digits (`1e+400`).
    case canonical
}
