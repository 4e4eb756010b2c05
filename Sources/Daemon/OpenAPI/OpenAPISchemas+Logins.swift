import JSON

extension OpenAPISchemas {
    /// The shapes of log-ins.
    static let logins: JSONObject = [
        "LoginRequest": [
            "type": ["object", "null"],
            "properties": [
                "scopes": [
                    "type": ["array", "null"], "maxItems": 100,
                    "items": ["type": "string", "pattern": #"^[\x21\x23-\x5b\x5d-\x7e]{1,512}$"#],
                    "description": "asked for beside those that the server names",
                ],
                "server": ["type": ["string", "null"], "minLength": 1],
                "clientId": [
                    "type": ["string", "null"], "minLength": 1,
                    "description": "of an application that the user made at the vendor",
                ],
                "clientSecret": ["type": ["string", "null"], "minLength": 1],
            ],
            "dependentRequired": ["clientSecret": ["clientId"]], "additionalProperties": false,
        ],
        "LoginStart": W.object([
            "integration": W.id, "login": W.text, "authorizationUrl": W.text, "redirectUri": W.text, "issuer": W.text,
            "scopes": W.texts, "expiresAt": W.time,
        ]),
        "Login": W.object([
            "integration": W.id, "server": W.textOrNull, "loggedIn": W.truth, "issuer": W.textOrNull,
            "scopes": W.texts, "since": W.timeOrNull, "expiresAt": W.timeOrNull, "renewed": W.truth,
            "wantedScopes": W.texts, "pending": W.texts, "last": W.orNull("LoginEnding"),
        ]),
        "LoginEnding": W.object(["login": W.text, "good": W.truth, "message": W.text, "at": W.time]),
        "Delivery": ["description": "the bytes that the vendor signed"],
        "DeliveryAnswer": ["type": "object", "description": "what the vendor wants to hear"],
        "PastedAddress": [
            "type": "object",
            "properties": [
                "redirectedUrl": [
                    "type": "string", "minLength": 1,
                    "description": "the address that the browser shows after the log-in",
                ]
            ],
            "required": ["redirectedUrl"], "additionalProperties": false,
        ],
    ]
}
