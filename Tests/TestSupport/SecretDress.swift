import Foundation
import JSON

/// The ways in which a test hides a secret, and looks for it, with other code than what is tested.
package enum SecretDress: String, Sendable, CaseIterable {
    case plain, json, jsonTwice, unicode, percent, lowerPercent, form, base64, urlBase64, wrappedBase64, hex, upperHex
    case base64OfJSON, percentOfBase64, hexOfPercent, base64Twice

    /// The secret as it looks in this dress.
    package func text(of secret: String) -> String {
        let data = Data(secret.utf8)
        switch self {
        case .plain: return secret
        case .json: return String(JSONValue.string(secret).text().dropFirst().dropLast())
        case .jsonTwice: return Self.json.text(of: Self.json.text(of: secret))
        case .unicode:
            return secret.utf16.map { unit in
                "\\u" + String(repeating: "0", count: 4 - Self.hex(unit).count) + Self.hex(unit)
            }
            .joined()
        case .percent: return secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        case .lowerPercent: return data.map { "%" + Self.twoDigits($0) }.joined()
        case .form: return Self.percent.text(of: secret).replacingOccurrences(of: "%20", with: "+")
        case .base64: return data.base64EncodedString()
        case .urlBase64:
            return data.base64EncodedString().replacingOccurrences(of: "+", with: "-")
                .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
        case .wrappedBase64:
            let text = data.base64EncodedString()
            return text.prefix(8) + "\n" + text.dropFirst(8)
        case .hex: return data.map(Self.twoDigits).joined()
        case .upperHex: return Self.hex.text(of: secret).uppercased()
        case .base64OfJSON: return Self.base64.text(of: "{\"key\": \(JSONValue.string(secret).text())}")
        case .percentOfBase64: return Self.percent.text(of: Self.base64.text(of: "id:" + secret))
        case .hexOfPercent: return Self.hex.text(of: Self.percent.text(of: secret))
        case .base64Twice: return Self.base64.text(of: Self.base64.text(of: secret))
        }
    }

    /// Whether a text has the secret in it in any of these ways.
    package static func gives(away secret: String, in text: String) -> Bool {
        allCases.contains { text.contains($0.text(of: secret)) }
    }

    private static func hex(_ unit: UInt16) -> String { String(unit, radix: 16) }

    private static func twoDigits(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
