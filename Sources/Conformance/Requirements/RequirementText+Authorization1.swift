extension RequirementText {
    /// Clients, servers and authorization servers, part 1.
    static let authorization1 = """
        AUTH-SCOPE should both 2025-03-26..2026-07-28
        at basic/authorization#protocol-requirements
        at 2026-07-28 basic/authorization/index#protocol-requirements
        Over HTTP these pages are followed; over stdio and elsewhere they are not.
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#login

        AUTH-OAUTH21 must authorization-server 2025-03-26..2026-07-28
        at basic/authorization#overview
        at 2026-07-28 basic/authorization/index#overview
        Authorization follows OAuth 2.1 and its advice on security.
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#login
        why the authorization server's side: none is checked
        scenario auth/metadata-default

        AUTH-401 must server 2025-03-26..2026-07-28
        at basic/authorization#token-handling
        at 2026-07-28 basic/authorization/index#token-handling
        Without a valid token a server answers 401, without enough rights 403, to a broken request 400.
        check HTTP-TOKEN-MISSING HTTP-TOKEN-WRONG
        why tried where a token is given; too few rights need a second one
        scenario auth/scope-from-www-authenticate

        AUTH-BASE must client 2025-03-26
        at basic/authorization#authorization-base-url
        The address of authorization is that of the server without its path.
        test MCPAuthorizationTests/Driver/LegacyLoginTests#login

        AUTH-DEFAULTS must client 2025-03-26
        at basic/authorization#fallbacks-for-servers-without-metadata-discovery
        Metadata is looked for first; without it there are fixed paths.
        test MCPAuthorizationTests/Discovery/DiscoveryTests#legacyDefaults

        AUTH-METADATA-OLD must both 2025-03-26
        at basic/authorization#overview
        Clients read the metadata of RFC 8414, and servers should have it.
        test MCPAuthorizationTests/Discovery/DiscoveryTests#legacyMetadata

        AUTH-GRANTS should server 2025-03-26
        at basic/authorization#oauth-grant-types
        Servers support the grants that suit whom they are for.
        why a choice of whoever runs it

        AUTH-THIRD-PARTY must server 2025-03-26
        at basic/authorization#session-binding-requirements
        Servers that are authorised elsewhere bind, check and renew what they got there.
        why needs a server that is authorised elsewhere

        AUTH-PRM must server 2025-06-18..2026-07-28
        at basic/authorization#authorization-server-location
        at 2026-07-28 basic/authorization/authorization-server-discovery#authorization-server-location
        A protected server publishes where its authorization servers are.
        check HTTP-RESOURCE-METADATA
        scenario auth/metadata-default auth/metadata-var1

        AUTH-PRM-FOUND must server 2025-06-18..2026-07-28
        at basic/authorization#authorization-server-location
        at 2026-07-28 basic/authorization/authorization-server-discovery#authorization-server-location
        It says so with its 401, or at the well-known address.
        check HTTP-RESOURCE-METADATA
        scenario auth/metadata-var2 auth/metadata-var3

        AUTH-PRM-USED must client 2025-06-18..2026-07-28
        at basic/authorization#authorization-server-location
        at 2026-07-28 basic/authorization/authorization-server-discovery#authorization-server-location
        Clients find their authorization server by the metadata of the protected server.
        check CLIENT-AUTH-RESOURCE-FOUND
        test MCPAuthorizationTests/Discovery/DiscoveryTests#advertised
        scenario auth/metadata-default auth/metadata-var1 auth/metadata-var2 auth/metadata-var3

        AUTH-PRM-NAMED must client 2025-06-18..2026-07-28
        at basic/authorization#authorization-server-location
        at 2026-07-28 basic/authorization/authorization-server-discovery#authorization-server-location
        Clients read WWW-Authenticate, and take the address of the metadata from there first.
        check CLIENT-AUTH-RESOURCE-FOUND
        test MCPAuthorizationTests/Discovery/DiscoveryTests#advertised
        test MCPHTTPTests/Authentication/AuthenticationChallengeTests#parsing
        scenario auth/metadata-default auth/metadata-var3

        AUTH-PRM-WELL-KNOWN must client 2025-11-25..2026-07-28
        at basic/authorization#authorization-server-location
        at 2026-07-28 basic/authorization/authorization-server-discovery#authorization-server-location
        Without it they look at the well-known address, with the path of the server and then at the root.
        check CLIENT-AUTH-RESOURCE-FOUND
        test MCPAuthorizationTests/Discovery/DiscoveryTests#wellKnownOrder
        scenario auth/metadata-var1 auth/metadata-var2

        AUTH-PRM-RESOURCE must client 2026-07-28
        at basic/authorization/authorization-server-discovery#protected-resource-metadata-discovery-requirements
        Metadata about another server is not used.
        check CLIENT-AUTH-RESOURCE-OTHER
        test MCPAuthorizationTests/Discovery/DiscoveryTests#foreignResource
        scenario auth/resource-mismatch

        AUTH-AS-METADATA must authorization-server 2025-06-18..2026-07-28
        at basic/authorization#server-metadata-discovery
        at 2025-11-25 basic/authorization#authorization-server-metadata-discovery
        at 2026-07-28 basic/authorization/authorization-server-discovery#authorization-server-metadata-discovery
        Authorization servers publish their metadata, as OAuth or OpenID have it.
        why the authorization server's side: none is checked

        AUTH-AS-FOUND must client 2025-06-18..2026-07-28
        at basic/authorization#server-metadata-discovery
        at 2025-11-25 basic/authorization#authorization-server-metadata-discovery
        at 2026-07-28 basic/authorization/authorization-server-discovery#authorization-server-metadata-discovery
        Clients look for it at all well-known addresses, in order.
        check CLIENT-AUTH-ISSUER-FOUND
        test MCPAuthorizationTests/Discovery/DiscoveryTests#issuerPath
        scenario auth/metadata-var2 auth/metadata-var3

        AUTH-AS-ISSUER must client 2026-07-28
        at basic/authorization/authorization-server-discovery#authorization-server-metadata-discovery
        Metadata that names another issuer than it was asked of is not used.
        check CLIENT-AUTH-ISSUER-OTHER
        test MCPAuthorizationTests/Discovery/DiscoveryTests#foreignIssuer
        scenario auth/metadata-issuer-mismatch

        AUTH-AS-APART must client 2026-07-28
        at basic/authorization/authorization-server-discovery#authorization-server-location
        What one authorization server gave is used with no other.
        check CLIENT-AUTH-MIGRATION
        test MCPAuthorizationTests/Identity/ClientIdentityTests#foreign
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#migration
        scenario auth/authorization-server-migration

        AUTH-DCR should client 2025-03-26..2025-11-25
        at basic/authorization#dynamic-client-registration
        Clients register by themselves where that is offered.
        check CLIENT-AUTH-METHOD-BASIC
        test MCPAuthorizationTests/Identity/ClientIdentityTests#order
        scenario auth/metadata-default

        AUTH-REGISTRATION must client 2025-11-25..2026-07-28
        at basic/authorization#client-registration-approaches
        at 2026-07-28 basic/authorization/client-registration
        A client has an identity: given beforehand, by a document at its own address, or registered, in this order.
        check CLIENT-AUTH-KNOWN CLIENT-AUTH-CIMD
        test MCPAuthorizationTests/Identity/ClientIdentityTests#order
        scenario auth/pre-registration auth/basic-cimd

        AUTH-CIMD should both 2025-11-25..2026-07-28
        at basic/authorization#client-id-metadata-documents
        at 2026-07-28 basic/authorization/client-registration#client-id-metadata-documents
        Clients and authorization servers support identity by a document.
        check CLIENT-AUTH-CIMD
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#metadataDocument
        scenario auth/basic-cimd

        AUTH-CIMD-DOCUMENT must client 2025-11-25..2026-07-28
        at basic/authorization#implementation-requirements
        at 2026-07-28 basic/authorization/client-registration#implementation-requirements
        The document is at an HTTPS address with a path, is complete, and names that very address.
        test MCPAuthorizationTests/Identity/ClientIdentityTests#order
        why where it is hosted is for whoever ships a client

        AUTH-CIMD-CHECKED must authorization-server 2025-11-25..2026-07-28
        at basic/authorization#implementation-requirements
        at 2026-07-28 basic/authorization/client-registration#implementation-requirements
        Authorization servers fetch, check and keep it with care.
        why the authorization server's side: none is checked

        AUTH-PREREGISTERED should client 2025-11-25..2026-07-28
        at basic/authorization#preregistration
        at 2026-07-28 basic/authorization/client-registration#pre-registration
        Clients take credentials that were given beforehand.
        check CLIENT-AUTH-KNOWN
        test MCPAuthorizationTests/Identity/ClientIdentityTests#order
        scenario auth/pre-registration

        AUTH-APPLICATION must client 2026-07-28
        at basic/authorization/client-registration#application-type-and-redirect-uri-constraints
        A registration says whether the client is native or on the web, and a refusal is told.
        check CLIENT-AUTH-APPLICATION
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#login
        """
}
