import HTTPTypes
import Hummingbird
import MCPHTTP

/// Leaves out the header that keeps proxies from collecting a stream.
struct Buffered: EndpointFault {
    static let name = "buffered"
    static let summary = "lets proxies hold its event streams back"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        var response = try await sound(request)
        response.headers[MCPField.accelBuffering] = nil
        return response
    }
}
