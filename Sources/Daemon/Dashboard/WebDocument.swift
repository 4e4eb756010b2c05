import HTTPTypes
import Hummingbird
import NIOCore

/// Something for a browser: a page, a file of the dashboard, or the address of another page.
struct WebDocument: Sendable {
    var bytes: [UInt8] = []
    var type = "text/html; charset=utf-8"
    var status = 200
    /// Whether a browser may keep it for good, since its address changes with it.
    var isLasting = false
    /// Where to go instead.
    var location: String?

    static func page(_ text: String, status: Int = 200) -> WebDocument {
        WebDocument(bytes: Array(text.utf8), status: status)
    }

    func response(known: String?) -> Response {
        if let location {
            return Response(status: .seeOther, headers: [.location: location])
        }
        var response =
            status == 200
            ? Response.tagged(bytes, type: type, known: known) : Response(bytes, type: type, status: status)
        response.headers[.cacheControl] = isLasting ? "private, max-age=31536000, immutable" : "no-cache"
        if type.hasPrefix("text/html") {
            response.headers[.contentSecurityPolicy] = Self.policy
            response.headers[Self.openerPolicy] = "same-origin"
            response.headers[Self.permissions] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
        }
        return response
    }

    /// Only what this daemon serves: nothing inline, nothing from elsewhere, no frame around it, and no markup from text.
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

    /// What every answer of the daemon says to browsers: it is what its type says, in no frame, and for no other site.
    static func harden(_ fields: inout HTTPFields) {
        fields[RequestName.contentTypeOptions] = "nosniff"
        fields[frameOptions] = "DENY"
        fields[resourcePolicy] = "same-origin"
        // Not "no-referrer": browsers then send forms without their origin, by which we know our own.
        if fields[referrerPolicy] == nil { fields[referrerPolicy] = "same-origin" }
        if fields[.contentSecurityPolicy] == nil {
            fields[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
    }

    private static let frameOptions = RequestName.name("X-Frame-Options")
    private static let resourcePolicy = RequestName.name("Cross-Origin-Resource-Policy")
    private static let openerPolicy = RequestName.name("Cross-Origin-Opener-Policy")
    private static let referrerPolicy = RequestName.name("Referrer-Policy")
    private static let permissions = RequestName.name("Permissions-Policy")
}
