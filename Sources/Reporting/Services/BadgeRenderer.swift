import Conformance
import JSON

/// A report as a small picture, or as the data from which shields.io draws one.
struct BadgeRenderer {
    let report: Report

    private static let label = "conformance"

    /// A picture in two halves that reads well on light and on dark pages.
    var svg: String {
        let headline = Headline(report)
        let (left, right) = (Self.width(of: Self.label), Self.width(of: headline.short))
        let (label, message) = (XMLText.attribute(Self.label), XMLText.attribute(headline.short))
        let width = left + right
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="20" role="img" \
            aria-label="\(label): \(message)">
              <title>\(label): \(message)</title>
              <clipPath id="r"><rect width="\(width)" height="20" rx="4"/></clipPath>
              <g clip-path="url(#r)">
                <rect width="\(left)" height="20" fill="#3c4450"/>
                <rect x="\(left)" width="\(right)" height="20" fill="\(headline.worst.badgeColour.hex)"/>
              </g>
              <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
                <text x="\(left / 2)" y="14" textLength="\(left - 12)">\(label)</text>
                <text x="\(left + right / 2)" y="14" textLength="\(right - 12)">\(message)</text>
              </g>
            </svg>

            """
    }

    /// What https://shields.io/badges/endpoint-badge asks for.
    var endpoint: String {
        let headline = Headline(report)
        let value: JSONValue = [
            "schemaVersion": 1,
            "label": .string(Self.label),
            "message": .string(headline.short),
            "color": .string(headline.worst.badgeColour.name),
            "isError": .bool(headline.worst == .failed),
        ]
        return value.text(.pretty) + "\n"
    }

    /// About as wide as Verdana sets it, with room on both sides.
    private static func width(of text: String) -> Int { text.count * 7 + 12 }
}

extension VerdictMark {
    fileprivate var badgeColour: (name: String, hex: String) {
        switch self {
        case .passed: ("brightgreen", "#1a7f45")
        case .failed: ("red", "#c02f35")
        default: ("yellow", "#8a6100")
        }
    }
}
