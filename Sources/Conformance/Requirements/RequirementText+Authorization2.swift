extension RequirementText {
    /// Clients, servers and authorization servers, part 2.
    static let authorization2 = """
        AUTH-BOUND must client 2026-07-28
        at basic/authorization/client-registration#authorization-server-binding
        Client credentials belong to the issuer that gave them; another one means a new registration.
        check CLIENT-AUTH-MIGRATION
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#boundCredentials
        test MCPAuthorizationTests/Identity/ClientIdentityTests#foreign
        scenario auth/authorization-server-migration

        AUTH-SCOPE-CHALLENGED should client 2025-11-25..2026-07-28
        at basic/authorization#scope-selection-strategy
        at 2026-07-28 basic/authorization/index#scope-selection-strategy
        Clients ask for the scope that the challenge names.
        check CLIENT-AUTH-SCOPE-CHALLENGE
        test MCPAuthorizationTests/Login/ScopeChoiceTests#initial
        scenario auth/scope-from-www-authenticate

        AUTH-SCOPE-PUBLISHED should client 2025-11-25..2026-07-28
        at basic/authorization#scope-selection-strategy
        at 2026-07-28 basic/authorization/index#scope-selection-strategy
        Where it names none, they ask for all that the metadata of the server has.
        check CLIENT-AUTH-SCOPE-SUPPORTED
        test MCPAuthorizationTests/Login/ScopeChoiceTests#initial
        scenario auth/scope-from-scopes-supported

        AUTH-SCOPE-OMITTED should client 2025-11-25..2026-07-28
        at basic/authorization#scope-selection-strategy
        at 2026-07-28 basic/authorization/index#scope-selection-strategy
        Where there is none either, they leave the parameter out.
        check CLIENT-AUTH-SCOPE-NONE
        test MCPAuthorizationTests/Login/ScopeChoiceTests#initial
        scenario auth/scope-omitted-when-undefined

        AUTH-SCOPES-TOLD should server 2025-11-25..2026-07-28
        at basic/authorization#scope-selection-strategy
        at 2026-07-28 basic/authorization/index#scope-selection-strategy
        Servers name the scopes that they want, consistently.
        why needs a server with authorization and scopes

        AUTH-STEP-UP should client 2025-11-25..2026-07-28
        at basic/authorization#step-up-authorization-flow
        at 2026-07-28 basic/authorization/index#step-up-authorization-flow
        Too little scope leads to a new login with more, and with what there was.
        check CLIENT-AUTH-STEP-UP
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#stepUp
        scenario auth/scope-step-up

        AUTH-STEP-UP-LIMIT should client 2025-11-25..2026-07-28
        at basic/authorization#step-up-authorization-flow
        at 2026-07-28 basic/authorization/index#step-up-authorization-flow
        That is tried a few times only, and then the failure is told.
        check CLIENT-AUTH-RETRY-LIMIT
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#stepUpLimit
        scenario auth/scope-retry-limit

        AUTH-STEP-UP-TOLD should server 2025-11-25..2026-07-28
        at basic/authorization#runtime-insufficient-scope-errors
        at 2026-07-28 basic/authorization/index#runtime-insufficient-scope-errors
        Servers answer too little scope with 403, and name all that is needed.
        why needs a server with authorization and scopes

        AUTH-RESOURCE must client 2025-06-18..2026-07-28
        at basic/authorization#resource-parameter-implementation
        at 2026-07-28 basic/authorization/index#resource-parameter-implementation
        Clients name the server's canonical address as resource in every request for authorization and tokens.
        check CLIENT-AUTH-RESOURCE
        test MCPAuthorizationTests/Login/AuthorizationRequestTests#parameters
        test MCPAuthorizationTests/Tokens/TokenRequestTests#publicClient
        scenario auth/resource-mismatch

        AUTH-CANONICAL should client 2025-06-18..2026-07-28
        at basic/authorization#canonical-server-uri
        at 2026-07-28 basic/authorization/index#canonical-server-uri
        That address is as specific as can be, in lower case, without a closing slash.
        check CLIENT-AUTH-RESOURCE

        AUTH-HEADER must client 2025-03-26..2026-07-28
        at basic/authorization#token-requirements
        at 2026-07-28 basic/authorization/index#token-requirements
        A token goes in the Authorization header of every request, in a session too.
        check CLIENT-AUTH-HEADER
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#login
        scenario auth/metadata-default

        AUTH-HEADER-ONLY must client 2025-03-26..2026-07-28
        at basic/authorization#token-requirements
        at 2026-07-28 basic/authorization/index#token-requirements
        A token never stands in an address.
        check CLIENT-AUTH-HEADER

        AUTH-TOKEN-CHECK must server 2025-03-26..2026-07-28
        at basic/authorization#token-handling
        at 2026-07-28 basic/authorization/index#token-handling
        Servers check tokens, take only those meant for them, and pass none on.
        check HTTP-TOKEN-WRONG
        why for whom a token was issued, and to whom it is passed on, only its issuer sees

        AUTH-TOKEN-OWN must client 2025-06-18..2026-07-28
        at basic/authorization#token-handling
        at 2026-07-28 basic/authorization/index#token-handling
        Clients send a server only tokens from its own authorization server.
        check CLIENT-AUTH-TOKEN-OWN
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#migration

        AUTH-TOKEN-ENDPOINT must client 2025-03-26..2026-07-28
        at basic/authorization#token-requirements
        at 2026-07-28 basic/authorization/index#token-requirements
        Clients authenticate to the token endpoint in a way that it supports.
        check CLIENT-AUTH-METHOD-BASIC CLIENT-AUTH-METHOD-POST CLIENT-AUTH-METHOD-NONE
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#authentication
        test MCPAuthorizationTests/Tokens/TokenRequestTests#post
        scenario auth/token-endpoint-auth-basic auth/token-endpoint-auth-post auth/token-endpoint-auth-none

        AUTH-ISS must client 2026-07-28
        at basic/authorization/index#authorization-response-validation
        Clients note the issuer before a login, and use the code only after iss was compared with it.
        check CLIENT-AUTH-ISS-TAKEN
        test MCPAuthorizationTests/Login/AuthorizationRequestTests#issuer
        scenario auth/iss-supported auth/iss-not-advertised

        AUTH-ISS-MISSING must client 2026-07-28
        at basic/authorization/index#authorization-response-validation
        An answer without iss is refused where the metadata promised one.
        check CLIENT-AUTH-ISS-MISSING
        test MCPAuthorizationTests/Login/AuthorizationRequestTests#issuer
        scenario auth/iss-supported-missing

        AUTH-ISS-WRONG must client 2026-07-28
        at basic/authorization/index#authorization-response-validation
        An answer with another issuer is refused.
        check CLIENT-AUTH-ISS-WRONG
        test MCPAuthorizationTests/Login/AuthorizationRequestTests#issuer
        scenario auth/iss-wrong-issuer

        AUTH-ISS-UNPROMISED must client 2026-07-28
        at basic/authorization/index#authorization-response-validation
        An iss that was not promised is compared all the same.
        check CLIENT-AUTH-ISS-UNEXPECTED
        test MCPAuthorizationTests/Login/AuthorizationRequestTests#issuer
        scenario auth/iss-unexpected

        AUTH-ISS-EXACT must client 2026-07-28
        at basic/authorization/index#authorization-response-validation
        Issuers are compared character by character, nothing is made alike before.
        check CLIENT-AUTH-ISS-EXACT
        test MCPAuthorizationTests/Login/AuthorizationRequestTests#issuer
        scenario auth/iss-normalized

        AUTH-ISS-SENT should authorization-server 2026-07-28
        at basic/authorization/index#authorization-response-validation
        Authorization servers send iss, and say that they do.
        why the authorization server's side: none is checked

        AUTH-REFRESH must client 2026-07-28
        at basic/authorization/index#refresh-tokens
        Refresh tokens are kept secret, hoped for, and never expected.
        check CLIENT-AUTH-OFFLINE CLIENT-AUTH-NO-OFFLINE
        test MCPAuthorizationTests/Tokens/TokenAnswerTests#success
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#renewal
        scenario auth/offline-access-scope auth/offline-access-not-supported

        AUTH-OFFLINE should server 2026-07-28
        at basic/authorization/index#refresh-tokens
        Servers do not ask for offline_access.
        why needs a server with authorization and scopes
        scenario auth/offline-access-scope

        AUTH-STORAGE must both 2025-03-26..2026-07-28
        at basic/authorization#security-considerations
        at 2026-07-28 basic/authorization/security-considerations#token-theft
        Tokens are stored safely, live shortly and are rotated.
        test MCPAuthorizationTests/Values/RedactionTests#descriptions
        test MCPAuthorizationTests/Store/GrantStoreTests#permissions
        why how others store theirs shows in no message

        AUTH-HTTPS must both 2025-03-26..2026-07-28
        at basic/authorization#security-considerations
        at 2026-07-28 basic/authorization/security-considerations#communication-security
        Authorization is over HTTPS, and redirects lead to HTTPS or to this machine.
        test MCPAuthorizationTests/Discovery/DiscoveryTests#refusedAddress
        test MCPAuthorizationTests/Discovery/DiscoveryTests#unencryptedServer

        AUTH-PKCE must client 2025-03-26..2026-07-28
        at basic/authorization#security-considerations
        at 2026-07-28 basic/authorization/security-considerations#authorization-code-protection
        Clients use PKCE in every login.
        check CLIENT-AUTH-PKCE
        test MCPAuthorizationTests/Login/AuthorizationRequestTests#parameters
        scenario auth/metadata-default

        AUTH-PKCE-S256 must client 2025-11-25..2026-07-28
        at basic/authorization#security-considerations
        at 2026-07-28 basic/authorization/security-considerations#authorization-code-protection
        The method is S256 wherever a client is able to.
        check CLIENT-AUTH-PKCE
        test MCPAuthorizationTests/Login/AuthorizationRequestTests#parameters

        AUTH-PKCE-OFFERED must client 2025-11-25..2026-07-28
        at basic/authorization#security-considerations
        at 2026-07-28 basic/authorization/security-considerations#authorization-code-protection
        Where the metadata does not offer PKCE, a client goes no further.
        check CLIENT-AUTH-PKCE-OFFERED
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#faults

        AUTH-REDIRECT must authorization-server 2025-03-26..2026-07-28
        at basic/authorization#security-considerations
        at 2026-07-28 basic/authorization/security-considerations#open-redirection
        Redirects are registered and compared exactly.
        why the authorization server's side: none is checked

        AUTH-STATE should client 2025-06-18..2026-07-28
        at basic/authorization#open-redirection
        at 2026-07-28 basic/authorization/security-considerations#open-redirection
        Clients send a state of its own with each authorization request.
        check CLIENT-AUTH-STATE
        test MCPAuthorizationTests/Login/AuthorizationRequestTests#parameters

        AUTH-STATE-CHECKED should client 2025-06-18..2026-07-28
        at basic/authorization#open-redirection
        at 2026-07-28 basic/authorization/security-considerations#open-redirection
        An answer without that state, or with another one, is thrown away.
        check CLIENT-AUTH-STATE-CHECKED
        test MCPAuthorizationTests/Login/AuthorizationRequestTests#foreign

        AUTH-DEPUTY must server 2025-06-18..2026-07-28
        at basic/authorization#confused-deputy-problem
        at 2026-07-28 basic/authorization/security-considerations#confused-deputy-problem
        Proxies with one identity ask the user for each client behind them.
        why needs a proxy and a third party

        AUTH-FETCHING should authorization-server 2025-11-25..2026-07-28
        at basic/authorization#client-id-metadata-document-security
        at 2026-07-28 basic/authorization/security-considerations#authorization-server-abuse-protection
        Authorization servers guard against being made to fetch, and warn of redirects to this machine.
        why the authorization server's side: none is checked
        """
}
