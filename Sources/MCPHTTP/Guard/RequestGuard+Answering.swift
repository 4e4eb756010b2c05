import HTTPTypes
import Hummingbird
import MCP

extension RequestGuard {
    /// Answers a request that may be answered, and tells the page of an allowed origin what it may send and read.
    func answering(_ request: Request, methods: String, with answer: () async -> Response) async -> Response {
        if let refusal = refusal(authority: request.head.authority, fields: request.headers) {
            return .refusing(.invalidRequest(refusal.description), status: .forbidden)
        }
        guard let page = CrossOrigin(request.headers) else { return await answer() }
        if request.method == .options, let fields = page.preflight(request.headers, allowing: methods) {
            return Response(status: .noContent, headers: fields)
        }
        var response = await answer()
        response.headers.append(contentsOf: page.answer)
        return response
    }
}

extension Response {
    /// What a method is answered with that means nothing at an address.
    static func methodNotAllowed(allowing methods: String) -> Response {
        var response = Response.refusing(.invalidRequest("method not allowed"), status: .methodNotAllowed)
        response.headers[.allow] = methods
        return response
    }
}
