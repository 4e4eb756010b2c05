/// The formats that can be asserted; any other name is an annotation only.
enum StringFormat: String, Sendable, Hashable, CaseIterable {
    case date
    case dateTime = "date-time"
    case time
    case duration
    case email
    case hostname
    case ipv4
    case ipv6
    case uri
    case uriReference = "uri-reference"
    case uriTemplate = "uri-template"
    case uuid
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex

    /// Whether a string has this format.
    func accepts(_ text: String) -> Bool {
        switch self {
        case .date: DateTimeSyntax.isDate(text)
        case .dateTime: DateTimeSyntax.isDateTime(text)
        case .time: DateTimeSyntax.isTime(text)
        case .duration: DateTimeSyntax.isDuration(text)
        case .email: MailSyntax.isAddress(text)
        case .hostname: HostSyntax.isHostname(text)
        case .ipv4: HostSyntax.isIPv4(Array(text.utf8)[...])
        case .ipv6: HostSyntax.isIPv6(Array(text.utf8)[...])
        case .uri: URISyntax.isURI(text)
        case .uriReference: URISyntax.isReference(text)
        case .uriTemplate: URITemplateSyntax.isTemplate(text)
        case .uuid: StringFormat.isUUID(text)
        case .jsonPointer: StringFormat.isJSONPointer(text)
        case .relativeJSONPointer: StringFormat.isRelativeJSONPointer(text)
        // The error is dropped because only the answer counts here.
        case .regex: (try? PatternTranslation(text)) != nil
        }
    }

    private static func isUUID(_ text: String) -> Bool {
        let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }

    /// RFC 6901.
    private static func isJSONPointer(_ text: String) -> Bool {
        guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return false }
        let pieces = text.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
        return pieces.dropFirst().allSatisfy { $0.first?.isOne(of: "01") ?? false }
    }

    private static func isRelativeJSONPointer(_ text: String) -> Bool {
        var reader = ByteReader(text)
        let levels = reader.takeAll(while: \.isDigit)
        guard !levels.isEmpty, levels.count == 1 || levels.first != UInt8(ascii: "0") else { return false }
        if reader.take("#") { return reader.isAtEnd }
        return isJSONPointer(String(decoding: reader.rest, as: UTF8.self))
    }
}
