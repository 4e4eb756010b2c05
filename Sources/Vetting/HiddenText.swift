/// Finds characters that a reader does not see, and writes them out so that they can be seen.
///
/// What is needed to write a language or an emoji is not hidden: joiners between their letters, marks of direction in
/// text that runs from right to left, the tags of a flag.
package enum HiddenText {
    /// What is hidden first in a text, in words; nil when nothing is.
    package static func find(in text: String) -> String? {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
            return pushedAway(text)
        }
        let scalars = Array(text.unicodeScalars)
        let isRightToLeft = scalars.contains(where: \.isRightToLeft)
        guard let first = scalars.indices.first(where: { isHidden(scalars, $0, isRightToLeft) }) else {
            return pushedAway(text)
        }
        let smuggled = scalars.compactMap(\.smuggledLetter)
        if scalars[first].smuggledLetter != nil, !smuggled.isEmpty {
            return "invisible letters that read “\(String(String.UnicodeScalarView(smuggled.prefix(60))))”"
        }
        var around = String.UnicodeScalarView()
        around.append(contentsOf: scalars[max(0, first - 12)...min(scalars.count - 1, first + 12)])
        return "\(name(of: scalars[first])) in “\(shown(String(around)))”"
    }

    /// The text with everything that cannot be seen as ⟨U+200B⟩.
    package static func shown(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let isRightToLeft = scalars.contains(where: \.isRightToLeft)
        return scalars.indices.reduce(into: "") { shown, index in
            if isHidden(scalars, index, isRightToLeft) {
                shown += "⟨\(name(of: scalars[index]))⟩"
            } else {
                shown.unicodeScalars.append(scalars[index])
            }
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Text that stands so far away that no window shows it.
    private static func pushedAway(_ text: String) -> String? {
        var (blanks, breaks) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case 0x20, 0x09: blanks += 1
            case 0x0A: (blanks, breaks) = (0, breaks + 1)
            case 0x0D: break
            default:
                if blanks >= 200 { return "text behind \(blanks) blanks" }
                if breaks >= 20 { return "text behind \(breaks) empty lines" }
                (blanks, breaks) = (0, 0)
            }
        }
        return nil
    }

    private static func isHidden(_ scalars: [Unicode.Scalar], _ index: Int, _ isRightToLeft: Bool) -> Bool {
        let scalar = scalars[index]
        let before = index > 0 ? scalars[index - 1] : nil
        let after = index + 1 < scalars.count ? scalars[index + 1] : nil
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: return false
        case 0x200C, 0x200D:
            // Between letters that join, and between the parts of an emoji.
            guard let before, let after else { return true }
            return !(before.takesJoiner && after.takesJoiner)
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202C, 0x2066...0x2069: return !isRightToLeft
        case 0xFE00...0xFE0F: return before.map { $0.value < 0x80 && !$0.startsKeycap || $0.isSelector } ?? true
        case 0xE0100...0xE01EF: return before.map { !$0.properties.isIdeographic } ?? true
        case 0xE0000...0xE007F: return !isFlag(scalars, index)
        case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x034F, 0x17B4, 0x17B5, 0x180B...0x180F, 0x2800: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    /// A black flag, tags of a region, and the tag that ends them.
    private static func isFlag(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        var start = index
        while start > 0, 0xE0000...0xE007F ~= scalars[start].value { start -= 1 }
        guard scalars[start].value == 0x1F3F4 else { return false }
        var end = index
        while end + 1 < scalars.count, 0xE0000...0xE007F ~= scalars[end + 1].value { end += 1 }
        return scalars[end].value == 0xE007F && end - start <= 7
    }
}

extension Unicode.Scalar {
    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// Letters of scripts that join, and emoji with their modifiers.
    fileprivate var takesJoiner: Bool {
        switch value {
        case 0x0590...0x08FF, 0x0900...0x0DFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1800...0x18AF: true
        case 0xFE0F, 0x1F3FB...0x1F3FF: true
        default: properties.isEmoji && value > 0x7F
        }
    }

    fileprivate var startsKeycap: Bool { properties.isEmoji }

    fileprivate var isSelector: Bool { 0xFE00...0xFE0F ~= value || 0xE0100...0xE01EF ~= value }

    /// The letter that a tag character stands for.
    fileprivate var smuggledLetter: Unicode.Scalar? {
        0xE0020...0xE007E ~= value ? Unicode.Scalar(value - 0xE0000) : nil
    }
}
