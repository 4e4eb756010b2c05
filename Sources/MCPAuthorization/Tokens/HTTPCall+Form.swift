import HTTPTypes
import MCPHTTP

extension HTTPCall {
    /// A form for an endpoint that answers with JSON.
    static func form(_ form: FormFields, to endpoint: HTTPAddress, fields: HTTPFields = HTTPFields()) -> HTTPCall {
        var fields = fields
        fields[.contentType] = "application/x-www-form-urlencoded"
        fields[.accept] = "application/json"
        return HTTPCall(.post, endpoint, fields: fields, body: Array(form.encoded.utf8))
    }
}
