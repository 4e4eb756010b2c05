extension RequirementText {
    /// The streams of HTTP, part 2.
    static let http2 = """
        HTTP-REPLAY must server 2025-03-26..2025-11-25
        at basic/transports#resumability-and-redelivery
        Nothing of another stream is given again.
        check HTTP-REPLAY
        test MCPHTTPTests/Server/EndpointStreamTests#apart
        test MCPHTTPTests/Server/StreamLogTests#reading

        HTTP-RESUMED should server 2025-03-26..2025-11-25
        at basic/transports#resumability-and-redelivery
        A stream that ended before its answer goes on for a GET that names its last event.
        check HTTP-RESUME
        test MCPHTTPTests/Server/EndpointStreamTests#resumption

        HTTP-SEVERAL must server 2025-03-26..2026-07-28
        at basic/transports#multiple-connections
        at 2026-07-28 basic/transports/streamable-http#receiving-messages
        Several requests of one client are under way at once, and each is answered under its own POST.
        check HTTP-PARALLEL
        scenario server-sse-multiple-streams

        HTTP-SESSION-NAME must server 2025-03-26..2025-11-25
        at basic/transports#session-management
        The name of a session is visible ASCII.
        check HTTP-SESSION-ID

        HTTP-SESSION-SECURE should server 2025-03-26..2025-11-25
        at basic/transports#session-management
        It is unique and cannot be guessed.
        check HTTP-SESSION-UNIQUE

        HTTP-SESSION-SENT must client 2025-03-26..2025-11-25
        at basic/transports#session-management
        The client sends it with everything that follows, and keeps it safe.
        check CLIENT-HTTP-SESSION
        test MCPHTTPTests/Session/LegacyHTTPSessionTests#fields

        HTTP-SESSION-MISSING should server 2025-03-26..2025-11-25
        at basic/transports#session-management
        A request without its session is refused with 400.
        check HTTP-SESSION-REQUIRED

        HTTP-SESSION-GONE must server 2025-03-26..2025-11-25
        at basic/transports#session-management
        A session that is over is answered with 404.
        check HTTP-SESSION-ENDED HTTP-SESSION-UNKNOWN

        HTTP-SESSION-NEW must client 2025-03-26..2025-11-25
        at basic/transports#session-management
        After a 404 the client opens a new session.
        check CLIENT-HTTP-SESSION-NEW
        test MCPHTTPTests/Session/LegacyHTTPSessionTests#recovery
        test MCPHTTPTests/Client/EndToEndTests#forgottenSession

        HTTP-SESSION-DELETE should client 2025-03-26..2025-11-25
        at basic/transports#session-management
        A client ends a session that it no longer needs.
        check HTTP-DELETE CLIENT-HTTP-SESSION-END
        test ConformanceTests/Clients/ClientRunnerTests#sound

        HTTP-VERSION-SENT must client 2025-06-18..2025-11-25
        at basic/transports#protocol-version-header
        After initialize every request names the agreed revision in a header.
        check CLIENT-HTTP-VERSION
        test MCPHTTPTests/Session/LegacyHTTPSessionTests#fields

        HTTP-VERSION-BODY must client 2026-07-28
        at basic/transports/streamable-http#protocol-version-header
        Every POST names in a header the revision that stands in its body.
        check CLIENT-HTTP-VERSION
        test MCPHTTPTests/Headers/HeaderMismatchTests#mirrored
        scenario http-standard-headers

        HTTP-VERSION-ASSUMED should server 2025-06-18..2025-11-25
        at basic/transports#protocol-version-header
        Without the header a server goes by what was agreed on, or by 2025-03-26.
        check HTTP-NO-VERSION

        HTTP-VERSION-UNKNOWN must server 2025-06-18..2026-07-28
        at basic/transports#protocol-version-header
        at 2026-07-28 basic/transports/streamable-http#protocol-version-header
        An unknown revision in the header is refused with 400.
        check HTTP-BAD-VERSION
        scenario server-stateless

        HTTP-VERSION-DIFFERS must server 2026-07-28
        at basic/transports/streamable-http#protocol-version-header
        Header and body name the same revision, or the request is refused.
        check HTTP-VERSION-MATCHES

        HTTP-VERSION-NEEDED must server 2026-07-28
        at basic/transports/streamable-http#protocol-version-header
        A server without old clients refuses a request without the header.
        check HTTP-NO-VERSION

        HTTP-404 must server 2026-07-28
        at basic/transports/streamable-http#protocol-version-header
        An unknown method is answered with 404 and -32601.
        check HTTP-UNKNOWN-METHOD CALL-UNKNOWN-METHOD
        scenario server-stateless

        HTTP-HEADERS must both 2026-07-28
        at basic/transports/streamable-http#standard-request-headers
        The method of a request is repeated in Mcp-Method.
        check HTTP-METHOD-REQUIRED CLIENT-HEADER-METHOD
        test MCPHTTPTests/Headers/HeaderMismatchTests#mirrored
        scenario http-standard-headers

        HTTP-HEADER-NAME must client 2026-07-28
        at basic/transports/streamable-http#standard-request-headers
        What tools/call, prompts/get and resources/read are about is repeated in Mcp-Name.
        check CLIENT-HEADER-NAME
        test MCPHTTPTests/Headers/HeaderMismatchTests#names
        scenario http-standard-headers

        HTTP-CUSTOM must client 2026-07-28
        at basic/transports/streamable-http#custom-headers-from-tool-parameters
        Clients repeat arguments in headers where a tool says so, and no others.
        check CLIENT-HEADER-PARAM CLIENT-HEADER-ONLY
        test MCPHTTPTests/Headers/HeaderMismatchTests#mirrored
        scenario http-custom-headers

        HTTP-CUSTOM-NULL must client 2026-07-28
        at basic/transports/streamable-http#client-behavior
        What is null or missing has no header.
        check CLIENT-HEADER-NULL
        test MCPHTTPTests/Headers/HeaderMismatchTests#omitted
        scenario http-custom-headers

        HTTP-CUSTOM-NAMES must server 2026-07-28
        at basic/transports/streamable-http#schema-extension
        A header annotation is a token, unique in the tool, on a plain property that is text, integer or boolean.
        check TOOLS-HEADERS
        scenario http-invalid-tool-headers

        HTTP-CUSTOM-REJECT must client 2026-07-28
        at basic/transports/streamable-http#schema-extension
        A client leaves out tools whose annotations are wrong, and logs it.
        check CLIENT-HEADER-INVALID
        test MCPHTTPTests/Headers/ToolHeadersTests#invalid
        test MCPHTTPTests/Client/HTTPChannelTests#invalidTools
        scenario http-invalid-tool-headers

        HTTP-ENCODING must both 2026-07-28
        at basic/transports/streamable-http#value-encoding
        What no header can carry is Base64 between fixed marks, and is decoded before it is compared.
        check CLIENT-HEADER-ENCODED
        test MCPHTTPTests/Headers/MirroredValueTests#base64
        test MCPHTTPTests/Headers/HeaderMismatchTests#accepted
        scenario http-custom-headers

        HTTP-CUSTOM-RETRY should client 2026-07-28
        at basic/transports/streamable-http#client-behavior
        After a mismatch the client lists the tools again and retries.
        test MCPHTTPTests/Client/HTTPChannelTests#refreshedHeaders

        HTTP-CUSTOM-CHECK must server 2026-07-28
        at basic/transports/streamable-http#server-behavior-for-custom-headers
        A server refuses headers that differ from the arguments with 400 and -32020.
        check HTTP-PARAMETER-MATCHES

        HTTP-PROXIES must server 2026-07-28
        at basic/transports/streamable-http#server-behavior-for-custom-headers
        Proxies pass on what they do not know, and check what they decide by.
        why nothing that stands between is checked here

        HTTP-CASE must both 2026-07-28
        at basic/transports/streamable-http#case-sensitivity
        Names of headers are compared without case.
        test MCPHTTPTests/Headers/HeaderMismatchTests#accepted
        why our client's library writes them in one way only

        HTTP-VALIDATE must server 2026-07-28
        at basic/transports/streamable-http#server-validation
        A server refuses headers that differ from the body, or are missing, with 400 and -32020.
        check HTTP-METHOD-MATCHES HTTP-METHOD-REQUIRED HTTP-NAME-MATCHES
        scenario http-standard-headers

        HTTP-INTEGERS should server 2026-07-28
        at basic/transports/streamable-http#server-validation
        Numbers in headers are compared as numbers.
        test MCPHTTPTests/Headers/HeaderMismatchTests#arguments

        HTTP-ERA should client 2026-07-28
        at basic/transports/streamable-http#backward-compatibility
        A client reads the body of a 400 before it takes the server for an old one.
        test MCPHTTPTests/Era/HTTPEraDetectionTests#probe
        test MCPHTTPTests/Client/HTTPChannelTests+Era#gateway

        HTTP-OLD-TRAFFIC should server 2026-07-28
        at basic/transports/streamable-http#earlier-streamable-http-revisions
        A server of this revision alone answers GET and DELETE with 405.
        check HTTP-GET HTTP-DELETE

        HTTP-OLD-SSE should both 2026-07-28
        at basic/transports/streamable-http#httpsse-transport-2024-11-05
        Nobody newly adopts HTTP+SSE.
        why a choice of whoever builds it
        """
}
