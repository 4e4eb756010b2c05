/// The variables that clients of registries get: those that configure them, and no credential of any integration.
package enum ClientEnvironment {
    private static let names: Set<String> = [
        "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE",
        "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "PYENV_VERSION", "PYENV_ROOT",
    ]
    private static let beginnings = ["PIP_", "UV_", "NPM_CONFIG_", "DOCKER_", "CONTAINER_"]
    private static let endings = ["_PROXY"]
    /// Would put packages elsewhere than into the prefix.
    private static let misleading: Set<String> = [
        "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_PYTHON", "PIP_REQUIREMENT", "PIP_DRY_RUN",
        "UV_PROJECT_ENVIRONMENT", "UV_PYTHON", "NPM_CONFIG_PREFIX", "NPM_CONFIG_GLOBAL", "NPM_CONFIG_LOCATION",
        "NPM_CONFIG_IGNORE_SCRIPTS", "NPM_CONFIG_DRY_RUN", "NPM_CONFIG_JSON",
    ]

    /// What of ours they get.
    package static func from(_ environment: [String: String]) -> [String: String] {
        environment.filter { name, _ in
            let loud = name.uppercased()
            guard !misleading.contains(loud) else { return false }
            return names.contains(name) || beginnings.contains(where: loud.hasPrefix)
                || endings.contains(where: loud.hasSuffix)
        }
    }
}
