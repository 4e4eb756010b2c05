import JSON

/// Finds names of tools that look like another, or are made of letters that look like others.
struct LookAlikeNames {
    private let names: [String]

    init(_ names: [String]) { self.names = names }

    var suspicions: [Suspicion] {
        var found: [Suspicion] = []
        var seen: Set<String> = []
        var shapes: [String: String] = [:]
        var spellings: [String: String] = [:]
        for name in names where seen.insert(name).inserted {
            if let stranger = Self.stranger(in: name) {
                let code = String(stranger.value, radix: 16, uppercase: true)
                let like = Self.plain(stranger).map { "\($0)" } ?? ""
                found.append(suspicion(name, "the letter U+\(code) looks like \(like)"))
            }
            let (shape, spelling) = (Self.shape(of: name), Self.spelling(of: name))
            if let other = shapes[shape] ?? spellings[spelling] {
                found.append(suspicion(name, "it is hard to tell from \(HiddenText.shown(other))"))
            }
            shapes[shape] = shapes[shape] ?? name
            spellings[spelling] = spellings[spelling] ?? name
        }
        return found
    }

    /// A letter that pretends: beside plain ones, or where all letters look plain and none is.
    private static func stranger(in name: String) -> Unicode.Scalar? {
        let letters = name.unicodeScalars.filter(\.properties.isAlphabetic)
        guard let first = name.unicodeScalars.first(where: { plain($0) != nil }) else { return nil }
        let isMixed = letters.contains { $0.value < 0x80 }
        return isMixed || letters.allSatisfy { plain($0) != nil } ? first : nil
    }

    private func suspicion(_ name: String, _ seen: String) -> Suspicion {
        Suspicion(.lookAlike, tool: name, place: JSONPointer(tokens: ["name"]), seen: seen)
    }

    /// As the eye takes it in.
    private static func shape(of name: String) -> String {
        var shape = ""
        for scalar in name.unicodeScalars {
            let seen = plain(scalar) ?? scalar
            switch seen {
            case "I", "1", "|": shape.append("l")
            case "0": shape.append("o")
            default:
                guard seen.value > 0x7F, HiddenText.find(in: String(Character(seen))) != nil else {
                    shape.unicodeScalars.append(seen)
                    continue
                }
            }
        }
        return shape.lowercased().replacing("rn", with: "m").replacing("vv", with: "w")
    }

    /// Without what people forget: capitals, and what stands between words.
    private static func spelling(of name: String) -> String {
        name.lowercased().filter { !"-_./ ".contains($0) }
    }

    /// The plain letter that looks like this one; nil for those that are plain, and those that look like none.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0...0x7F: return nil
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x1D400...0x1D6A3:
            let place = UInt8((scalar.value - 0x1D400) % 52)
            return Unicode.Scalar(place < 26 ? UInt8(ascii: "A") + place : UInt8(ascii: "a") + place - 26)
        default: return twins[scalar]
        }
    }

    private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
        let cyrillic = Array("аеорсухіјѕһԁԛԝпАВЕКМНОРСТХІЈЅ".unicodeScalars)
        let greek = Array("οανικρτυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".unicodeScalars)
        let others = Array("ɡıℓ‐‑–_".unicodeScalars)
        let plain = Array("aeopcyxijshdqwnABEKMHOPCTXIJS".unicodeScalars)
        let plainOfGreek = Array("oavikptuABEZHIKMNOPTYX".unicodeScalars)
        let plainOfOthers = Array("gil---_".unicodeScalars)
        let pairs = zip(cyrillic + greek + others, plain + plainOfGreek + plainOfOthers)
        return Dictionary(pairs.filter { $0.0 != $0.1 }) { first, _ in first }
    }()
}
