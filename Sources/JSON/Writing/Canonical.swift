extension JSONNumber {
    /// The number as RFC 8785 writes it: the nearest double in ECMAScript's notation.
    var canonicalText: String {
        let double = double
        return double.isFinite ? DecimalForm(double.description).ecmaScriptText : DecimalForm(text).ecmaScriptText
    }
}

extension JSONObject {
    /// The members sorted by the UTF-16 code units of their keys, as RFC 8785 demands.
    var membersByCodeUnit: [Member] {
        members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
    }
}
