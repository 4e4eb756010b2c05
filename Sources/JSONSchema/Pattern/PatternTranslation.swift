/// Rewrites an ECMAScript regular expression so that PCRE2 understands the same by it.
///
/// Syntax is ECMAScript's with the `u` flag, eased where every engine is lenient: punctuation may be escaped needlessly,
/// and a brace or bracket that opens nothing means itself. What only other engines know (`\A`, `\Z`, `(?i)`, `(?P<n>)`,
/// possessive quantifiers …) is an error. Every character that PCRE2 could read differently is written by its number.
struct PatternTranslation {
    /// The expression for PCRE2.
    private(set) var output = ""
    let scalars: [Unicode.Scalar]
    var position = 0
    private var openGroups = 0
    private var groupCount = 0
    private var groupNames: Set<String> = []
    private var highestBackreference: (number: Int, offset: Int)?
    private var namedBackreferences: [(name: String, offset: Int)] = []
    private var canRepeat = false

    init(_ text: String) throws(PatternError) {
        scalars = Array(text.unicodeScalars)
        while let next = peek() { try element(next) }
        guard openGroups == 0 else { throw fault("a group is not closed") }
        if let reference = highestBackreference, reference.number > groupCount {
            throw PatternError(reason: "there is no group \(reference.number)", offset: reference.offset)
        }
        for reference in namedBackreferences where !groupNames.contains(reference.name) {
            throw PatternError(reason: "there is no group named \"\(reference.name)\"", offset: reference.offset)
        }
    }

    private mutating func element(_ next: Unicode.Scalar) throws(PatternError) {
        switch next {
        case "^", "|":
            take(as: String(next))
            canRepeat = false
        case "$":
            take(as: "$")
            canRepeat = false
        case ".":
            take(as: #"[^\n\r\x{2028}\x{2029}]"#)
            canRepeat = true
        case "(":
            try openGroup()
        case ")":
            guard openGroups > 0 else { throw fault("\")\" closes nothing") }
            openGroups -= 1
            take(as: ")")
            canRepeat = true
        case "*", "+", "?":
            try repeatLast(String(next), length: 1)
        case "{":
            try brace()
        case "[":
            output += try characterClass()
            canRepeat = true
        case "\\":
            try escape()
        default:
            position += 1
            output += PatternTranslation.literal(next)
            canRepeat = true
        }
    }

    // MARK: Groups

    private mutating func openGroup() throws(PatternError) {
        let start = position
        position += 1
        openGroups += 1
        canRepeat = false
        guard peek() == "?" else {
            // A verb such as "(*ACCEPT)" is stopped by the quantifier that has nothing to repeat.
            groupCount += 1
            output += "("
            return
        }
        for prefix in ["?:", "?=", "?!", "?<=", "?<!"] where follows(prefix) {
            position += prefix.count
            output += "(" + prefix
            return
        }
        guard follows("?<") else {
            throw PatternError(reason: "ECMAScript has no such group", offset: start)
        }
        position += 2
        let name = try groupName()
        guard groupNames.insert(name).inserted else {
            throw PatternError(reason: "two groups are named \"\(name)\"", offset: start)
        }
        groupCount += 1
        output += "(?<\(name)>"
    }

    private mutating func groupName() throws(PatternError) -> String {
        var name = String.UnicodeScalarView()
        while let scalar = peek(), scalar != ">" {
            let isDigit = ("0"..."9").contains(scalar)
            guard scalar == "_" || scalar.properties.isAlphabetic || (isDigit && !name.isEmpty) else {
                throw fault("a group name holds letters, digits and _ only")
            }
            name.append(scalar)
            position += 1
        }
        guard !name.isEmpty, peek() == ">" else { throw fault("a group name is empty or not closed") }
        position += 1
        return String(name)
    }

    // MARK: Quantifiers

    private mutating func repeatLast(_ quantifier: String, length: Int) throws(PatternError) {
        guard canRepeat else { throw fault("there is nothing to repeat") }
        position += length
        output += quantifier
        if peek() == "?" { take(as: "?") }
        canRepeat = false
    }

    private mutating func brace() throws(PatternError) {
        var end = position + 1
        var bounds: [String] = [""]
        while end < scalars.count, scalars[end] != "}" {
            if scalars[end] == ",", bounds.count == 1 {
                bounds.append("")
            } else if ("0"..."9").contains(scalars[end]) {
                bounds[bounds.count - 1].unicodeScalars.append(scalars[end])
            } else {
                break
            }
            end += 1
        }
        guard end < scalars.count, scalars[end] == "}", let low = Int(bounds[0]) else {
            take(as: PatternTranslation.literal("{"))
            canRepeat = true
            return
        }
        let high = bounds.count == 1 ? low : Int(bounds[1])
        guard bounds.count == 1 || bounds[1].isEmpty || (high ?? .max) >= low else {
            throw fault("the bounds of a quantifier are out of order")
        }
        try repeatLast("{" + bounds.joined(separator: ",") + "}", length: end - position + 1)
    }

    // MARK: Escapes outside classes

    private mutating func escape() throws(PatternError) {
        let start = position
        guard position + 1 < scalars.count else { throw fault("the pattern ends in a backslash") }
        let next = scalars[position + 1]
        canRepeat = true
        switch next {
        case "b", "B":
            position += 2
            output += "\\" + String(next)
            canRepeat = false
        case "1"..."9":
            position += 1
            var digits = ""
            while let digit = peek(), ("0"..."9").contains(digit) {
                digits.unicodeScalars.append(digit)
                position += 1
            }
            let number = Int(digits) ?? .max
            if number > highestBackreference?.number ?? 0 { highestBackreference = (number, start) }
            output += "\\g{\(digits)}"
        case "k":
            position += 2
            guard peek() == "<" else { throw fault("\\k needs the name of a group") }
            position += 1
            let name = try groupName()
            namedBackreferences.append((name, start))
            output += "\\k<\(name)>"
        default:
            output += try escapedAtom().text
        }
    }

    // MARK: Reading

    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    private func follows(_ text: String) -> Bool {
        scalars[position...].starts(with: text.unicodeScalars)
    }

    private mutating func take(as text: String) {
        position += 1
        output += text
    }

    func fault(_ reason: String) -> PatternError {
        PatternError(reason: reason, offset: position)
    }

    /// A scalar that stands for itself, by its number unless it is a letter, a digit or far from ASCII.
    static func literal(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", " ", "/", ":", "@", "=", ",", "\"", "'", "!", "%", "&", ";", "<",
            ">":
            String(scalar)
        case "\u{A0}"...:
            String(scalar)
        default:
            "\\x{" + String(scalar.value, radix: 16) + "}"
        }
    }
}
