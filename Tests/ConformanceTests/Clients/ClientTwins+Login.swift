import Conformance
import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP

extension ClientTwin {
    static let discovery: [ClientTwin] = [
        ClientTwin("CLIENT-AUTH-RESOURCE-FOUND", rootsOnly),
        ClientTwin("CLIENT-AUTH-RESOURCE-FOUND", rootsOnly, in: "auth/metadata-var1"),
        ClientTwin("CLIENT-AUTH-RESOURCE-FOUND", rootsOnly, in: "auth/metadata-var3"),
        ClientTwin("CLIENT-AUTH-ISSUER-FOUND", rootsOnly, in: "auth/metadata-var1"),
        ClientTwin("CLIENT-AUTH-ISSUER-FOUND", rootsOnly, in: "auth/metadata-var2"),
        ClientTwin("CLIENT-AUTH-ISSUER-FOUND", rootsOnly, in: "auth/metadata-var3"),
        ClientTwin(
            "CLIENT-AUTH-RESOURCE-OTHER",
            .document("resource") { $1["resource"] = .string("\($0.address.origin)/mcp") }
        ),
        ClientTwin(
            "CLIENT-AUTH-ISSUER-OTHER",
            .document("issuer") { $1["issuer"] = .string($0.address.origin.description) }
        ),
        ClientTwin(
            "CLIENT-AUTH-MIGRATION",
            ClientTampering(request: { call, earlier in
                let old = earlier.first { $0.address.path == "/authorize" }?.address.query
                guard call.address.path == "/new/authorize", let old,
                    let id = FormFields(decoding: old)["client_id"]
                else { return }
                call.address = call.address.changingQuery("client_id", to: id)
            })
        ),
    ]

    private static let rootsOnly = ClientTampering.requests { call in
        guard call.address.path.contains("/.well-known/") || call.address.path.hasPrefix("/metadata") else { return }
        let isResource = call.address.path.contains("resource")
        let name = isResource ? "oauth-protected-resource" : "oauth-authorization-server"
        call.address = HTTPAddress(origin: call.address.origin, path: "/.well-known/\(name)")
    }

    static let login: [ClientTwin] = [
        ClientTwin("CLIENT-AUTH-PKCE", .token { $0.remove("code_verifier") }),
        ClientTwin("CLIENT-AUTH-STATE", authorizing { $0.changingQuery("state", to: nil) }),
        ClientTwin(
            "CLIENT-AUTH-PKCE-OFFERED",
            .document("issuer") { $1["code_challenge_methods_supported"] = ["S256"] }
        ),
        ClientTwin(
            "CLIENT-AUTH-STATE-CHECKED",
            .answers { call, answer in
                guard call.address.path == "/authorize", let target = answer.fields[.location],
                    let redirect = try? HTTPAddress(target),
                    let state = FormFields(decoding: call.address.query ?? "")["state"]
                else { return }
                answer.fields[.location] = redirect.changingQuery("state", to: state).description
            }
        ),
        ClientTwin("CLIENT-AUTH-RESOURCE", .token { $0.remove("resource") }),
        ClientTwin(
            "CLIENT-AUTH-HEADER",
            .requests { if $0.rpc == "tools/call" { $0.fields[.authorization] = nil } }
        ),
        ClientTwin(
            "CLIENT-AUTH-TOKEN-OWN",
            ClientTampering(request: { call, earlier in
                if call.isToServer, earlier.isEmpty { call.fields[.authorization] = "Bearer elsewhere" }
            })
        ),
    ]

    static let scopes: [ClientTwin] = [
        ClientTwin(
            "CLIENT-AUTH-SCOPE-CHALLENGE",
            challenge { $0.replacing(", scope=\"mcp:basic\"", with: "") }
        ),
        ClientTwin("CLIENT-AUTH-SCOPE-SUPPORTED", asking { _ in "mcp:basic" }),
        ClientTwin("CLIENT-AUTH-SCOPE-NONE", asking { _ in "mcp:all" }),
        ClientTwin("CLIENT-AUTH-STEP-UP", asking { $0.isEmpty ? "mcp:basic" : "mcp:write" }),
        ClientTwin("CLIENT-AUTH-STEP-UP", asking { _ in "mcp:basic" }),
        ClientTwin(
            "CLIENT-AUTH-RETRY-LIMIT",
            // A scope that is another one each time looks worth another login.
            challenge { text in
                let chance = String(UInt64.random(in: .min ... .max), radix: 36)
                return text.replacing("scope=\"mcp:admin", with: "scope=\"mcp:\(chance)")
            }
        ),
        ClientTwin("CLIENT-AUTH-OFFLINE", asking { _ in "mcp:basic" }),
        ClientTwin("CLIENT-AUTH-NO-OFFLINE", asking { _ in "mcp:basic%20offline_access" }),
    ]

    static let identity: [ClientTwin] = [
        ClientTwin(
            "CLIENT-AUTH-CIMD",
            .document("issuer") { $1["client_id_metadata_document_supported"] = nil }
        ),
        ClientTwin(
            "CLIENT-AUTH-METHOD-BASIC",
            .token { call in
                call.fields[.authorization] = nil
                call.append("client_id", "somebody")
                call.append("client_secret", "invented")
            }
        ),
        ClientTwin(
            "CLIENT-AUTH-METHOD-POST",
            .token { call in
                let form = FormFields(decoding: String(decoding: call.body, as: UTF8.self))
                let pair = "\(form["client_id"] ?? ""):\(form["client_secret"] ?? "")"
                call.remove("client_secret")
                call.fields[.authorization] = "Basic " + Base64Text.standard(pair.utf8)
            }
        ),
        ClientTwin("CLIENT-AUTH-METHOD-NONE", .token { $0.append("client_secret", "invented") }),
        ClientTwin(
            "CLIENT-AUTH-KNOWN",
            .token { $0.fields[.authorization] = "Basic " + Base64Text.standard("own:secret".utf8) }
        ),
        ClientTwin(
            "CLIENT-AUTH-APPLICATION",
            .requests { call in
                guard call.address.path.hasSuffix("/register"), var about = call.json.objectValue else { return }
                about["application_type"] = "web"
                call.body = JSONValue.object(about).utf8()
            }
        ),
    ]

    static let issuers: [ClientTwin] = [
        ClientTwin("CLIENT-AUTH-ISS-TAKEN", redirected { redirect, _ in redirect.changingQuery("iss", to: nil) }),
        ClientTwin(
            "CLIENT-AUTH-ISS-TAKEN",
            redirected { redirect, _ in redirect.changingQuery("iss", to: "https%3A%2F%2Fnobody.example.com") },
            in: "auth/iss-not-advertised"
        ),
        ClientTwin("CLIENT-AUTH-ISS-MISSING", redirected { $0.changingQuery("iss", to: $1) }),
        ClientTwin("CLIENT-AUTH-ISS-WRONG", redirected { $0.changingQuery("iss", to: $1) }),
        ClientTwin("CLIENT-AUTH-ISS-UNEXPECTED", redirected { redirect, _ in redirect.changingQuery("iss", to: nil) }),
        ClientTwin("CLIENT-AUTH-ISS-EXACT", redirected { $0.changingQuery("iss", to: $1) }),
    ]

    static let grants: [ClientTwin] = [
        ClientTwin("CLIENT-AUTH-CREDENTIALS", .token { $0.fields[.authorization] = nil }),
        ClientTwin("CLIENT-AUTH-SIGNED", .token { $0.remove("client_assertion") }),
        ClientTwin("CLIENT-AUTH-WORKLOAD", .token { $0.remove("assertion") }),
        ClientTwin("CLIENT-AUTH-ENTERPRISE", .token { $0.remove("subject_token_type") }),
        ClientTwin("CLIENT-AUTH-PROOF", .token { $0.fields[.possessionProof] = nil }),
        ClientTwin(
            "CLIENT-AUTH-PROOF-FRESH",
            ClientTampering(request: { call, earlier in
                guard call.isToServer, call.fields[.possessionProof] != nil else { return }
                let first = earlier.first { $0.isToServer && $0.fields[.possessionProof] != nil }
                if let first { call.fields[.possessionProof] = first.fields[.possessionProof] }
            })
        ),
        ClientTwin(
            "CLIENT-AUTH-PROOF-SCHEME",
            .requests { call in
                guard let header = call.fields[.authorization], header.hasPrefix("DPoP ") else { return }
                call.fields[.authorization] = "Bearer " + header.dropFirst(5)
            }
        ),
        ClientTwin("CLIENT-AUTH-NONCE", .answers { $1.fields[.possessionNonce] = nil }),
        ClientTwin(
            "CLIENT-AUTH-NONCE",
            .answers { call, answer in
                if call.isToServer { answer.fields[.possessionNonce] = nil }
            }
        ),
    ]

    private static func authorizing(_ change: @escaping @Sendable (HTTPAddress) -> HTTPAddress) -> ClientTampering {
        .requests { if $0.address.path == "/authorize" { $0.address = change($0.address) } }
    }

    /// A client that asks for other scopes, given the authorization requests before.
    private static func asking(_ scope: @escaping @Sendable (_ earlier: [HTTPCall]) -> String) -> ClientTampering {
        ClientTampering(request: { call, earlier in
            guard call.address.path == "/authorize" else { return }
            let before = earlier.filter { $0.address.path == "/authorize" }
            call.address = call.address.changingQuery("scope", to: scope(before))
        })
    }

    /// A client that reads another challenge than there is.
    private static func challenge(_ change: @escaping @Sendable (String) -> String) -> ClientTampering {
        .answers { $1.fields[.wwwAuthenticate] = $1.fields[.wwwAuthenticate].map(change) }
    }

    /// A client that reads another redirect than there is, given the issuer that would be right.
    private static func redirected(
        _ change: @escaping @Sendable (_ redirect: HTTPAddress, _ issuer: String) -> HTTPAddress
    ) -> ClientTampering {
        .answers { call, answer in
            guard call.address.path == "/authorize", let target = answer.fields[.location],
                let redirect = try? HTTPAddress(target)
            else { return }
            answer.fields[.location] = change(redirect, call.address.origin.description).description
        }
    }
}
