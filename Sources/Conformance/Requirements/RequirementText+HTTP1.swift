extension RequirementText {
    /// The streams of HTTP, part 1.
    static let http1 = """
        HTTP-OLD-ENDPOINTS must server 2024-11-05
        at basic/transports#http-with-sse
        The server offers an event stream, and an address to post to that the stream's first event names.
        test MCPHTTPTests/Server/EventStreamEndpointTests#session
        why a session over HTTP+SSE opens only where this holds

        HTTP-OLD-POST must client 2024-11-05
        at basic/transports#http-with-sse
        Everything that the client says is posted to that address.
        check CLIENT-HTTP-SSE
        test MCPHTTPTests/Client/HTTPChannelTests+Era#eventStream

        HTTP-ORIGIN-CHECK must server 2024-11-05..2026-07-28
        at basic/transports#security-warning
        at 2026-07-28 basic/transports/streamable-http#security-endpoint
        Servers look at Origin on every connection, and refuse pages from elsewhere, since 2025-11-25 with 403.
        check HTTP-ORIGIN HTTP-HOST
        scenario dns-rebinding-protection

        HTTP-BIND should server 2024-11-05..2026-07-28
        at basic/transports#security-warning
        at 2026-07-28 basic/transports/streamable-http#security-endpoint
        A local server listens on loopback only.
        why which interfaces a server listens on is not seen through one of them

        HTTP-AUTHENTICATE should server 2024-11-05..2026-07-28
        at basic/transports#security-warning
        at 2026-07-28 basic/transports/streamable-http#security-endpoint
        Connections are authenticated.
        why whether a server needs credentials is its operator's choice

        HTTP-ENDPOINT must server 2025-03-26..2026-07-28
        at basic/transports#streamable-http
        at 2026-07-28 basic/transports/streamable-http
        One path serves POST, and with sessions GET too.
        check HTTP-GET HTTP-CONTENT-TYPE
        scenario server-initialize server-stateless

        HTTP-POST must client 2025-03-26..2026-07-28
        at basic/transports#sending-messages-to-the-server
        at 2026-07-28 basic/transports/streamable-http#sending-messages
        Each message of a client is a POST of its own.
        check CLIENT-HTTP-ONE-MESSAGE
        test MCPHTTPTests/Client/EndToEndTests#calls
        scenario tools_call

        HTTP-POST-ONE must client 2025-06-18..2026-07-28
        at basic/transports#sending-messages-to-the-server
        at 2026-07-28 basic/transports/streamable-http#sending-messages
        Its body is a single message: there are no batches.
        check CLIENT-HTTP-ONE-MESSAGE

        HTTP-POST-KIND must client 2026-07-28
        at basic/transports/streamable-http#sending-messages
        That message is a request or a notification, and never an answer.
        check CLIENT-HTTP-NO-ANSWERS

        HTTP-ACCEPT must client 2025-03-26..2026-07-28
        at basic/transports#sending-messages-to-the-server
        at 2026-07-28 basic/transports/streamable-http#sending-messages
        Accept on a POST names JSON and event streams.
        check CLIENT-HTTP-ACCEPT
        scenario http-standard-headers

        HTTP-READS-BOTH must client 2025-03-26..2026-07-28
        at basic/transports#sending-messages-to-the-server
        at 2026-07-28 basic/transports/streamable-http#sending-messages
        The client reads an answer from JSON and from an event stream alike.
        check CLIENT-HTTP-STREAM-READ
        test MCPHTTPTests/Client/EndToEndTests#calls

        HTTP-202 must server 2025-03-26..2026-07-28
        at basic/transports#sending-messages-to-the-server
        at 2026-07-28 basic/transports/streamable-http#sending-messages
        What wants no answer is accepted with 202 and no body.
        check HTTP-ACCEPTED

        HTTP-REFUSED must server 2025-03-26..2026-07-28
        at basic/transports#sending-messages-to-the-server
        at 2026-07-28 basic/transports/streamable-http#sending-messages
        What cannot be accepted has an error status.
        check HTTP-MALFORMED

        HTTP-ANSWER-TYPE must server 2025-03-26..2026-07-28
        at basic/transports#sending-messages-to-the-server
        at 2026-07-28 basic/transports/streamable-http#sending-messages
        A request is answered with JSON or with an event stream.
        check HTTP-CONTENT-TYPE

        HTTP-STREAM-ANSWER should server 2025-03-26..2025-11-25
        at basic/transports#sending-messages-to-the-server
        The stream holds the answer before it ends, and ends after it.
        check WIRE-ANSWERED HTTP-STREAM-ENDS
        scenario server-sse-multiple-streams

        HTTP-STREAM-RELATED should server 2025-03-26..2026-07-28
        at basic/transports#sending-messages-to-the-server
        at 2026-07-28 basic/transports/streamable-http#receiving-messages
        What comes on the stream of a request is about that request.
        check UTIL-PROGRESS WIRE-CLIENT-CAPABILITIES
        scenario server-sse-multiple-streams

        HTTP-STREAM-NO-REQUESTS must server 2026-07-28
        at basic/transports/streamable-http#receiving-messages
        No request of the server comes on it.
        check WIRE-NO-SERVER-REQUESTS
        scenario server-stateless

        HTTP-STREAM-LAST should server 2026-07-28
        at basic/transports/streamable-http#receiving-messages
        The answer ends the stream.
        check HTTP-STREAM-ENDS

        HTTP-NO-BUFFERING should server 2026-07-28
        at basic/transports/streamable-http#receiving-messages
        Streams ask proxies not to hold them back.
        check HTTP-UNBUFFERED

        HTTP-DISCONNECT should both 2025-03-26..2025-11-25
        at basic/transports#sending-messages-to-the-server
        A broken connection cancels nothing; to cancel there is a notification.
        check CLIENT-HTTP-ONCE
        test MCPHTTPTests/Server/EndpointStreamTests#resumption
        test MCPHTTPTests/Client/EndToEndTests#legacyCancellation

        HTTP-CLOSE-CANCELS must server 2026-07-28
        at basic/transports/streamable-http#cancellation
        Closing the stream cancels the request, and nothing more is sent for it.
        test MCPHTTPTests/Client/EndToEndTests#modernCancellation
        why what a stranger's server stops is not seen

        HTTP-PRIME should server 2025-11-25
        at basic/transports#sending-messages-to-the-server
        A stream begins with an event that has an id and no data, so that it can be taken up again.
        test MCPHTTPTests/Server/EndpointStreamTests#resumption
        why only streams that are to be resumed need it

        HTTP-RETRY must client 2025-11-25
        at basic/transports#sending-messages-to-the-server
        A server that breaks a stream off says for how long to wait, and the client waits.
        check CLIENT-HTTP-RETRY
        test MCPHTTPTests/Session/StreamCursorTests#retry
        scenario sse-retry

        HTTP-POLL should both 2025-11-25
        at basic/transports#listening-for-messages-from-the-server
        The stream of GET is taken up again in the same way.
        check CLIENT-HTTP-RESUME
        test MCPHTTPTests/Client/HTTPChannelTests+Legacy#resumed
        scenario sse-retry

        HTTP-GET-ACCEPT must client 2025-03-26..2025-11-25
        at basic/transports#listening-for-messages-from-the-server
        A GET says that it accepts event streams.
        check CLIENT-HTTP-GET-ACCEPT
        test ConformanceTests/Clients/ClientRunnerTests#sound

        HTTP-GET-ANSWER must server 2025-03-26..2025-11-25
        at basic/transports#listening-for-messages-from-the-server
        A GET is answered with an event stream or with 405.
        check HTTP-GET

        HTTP-GET-UNRELATED should server 2025-03-26..2025-11-25
        at basic/transports#listening-for-messages-from-the-server
        What comes on it is about no request under way.
        why which request a notification is about only its author knows

        HTTP-GET-NO-ANSWERS must server 2025-03-26..2025-11-25
        at basic/transports#listening-for-messages-from-the-server
        No answer comes on it, unless it takes up the stream of a request.
        check HTTP-GET-STREAM

        HTTP-NO-BROADCAST must server 2025-03-26..2025-11-25
        at basic/transports#multiple-connections
        A message is sent on one stream only.
        check WIRE-ANSWERED-ONCE
        scenario server-sse-multiple-streams

        HTTP-IDS must server 2025-03-26..2025-11-25
        at basic/transports#resumability-and-redelivery
        Ids of events are unique in the session, and tell the stream.
        check HTTP-EVENT-IDS

        HTTP-RESUME should client 2025-03-26..2025-11-25
        at basic/transports#resumability-and-redelivery
        A broken stream is taken up with the id of the last event.
        check CLIENT-HTTP-RESUME
        test MCPHTTPTests/Session/StreamCursorTests#resumed
        scenario sse-retry
        """
}
