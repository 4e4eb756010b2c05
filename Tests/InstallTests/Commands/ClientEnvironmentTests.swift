import Install
import Testing

@Suite("The environment of clients")
struct ClientEnvironmentTests {
    @Test("holds what configures them, and no credential of any integration")
    func filtered() {
        let ours = [
            "PATH": "/bin", "HOME": "/home/me", "https_proxy": "http://proxy", "NO_PROXY": "localhost",
            "PIP_INDEX_URL": "https://index", "npm_config_registry": "https://registry", "UV_INDEX_URL": "x",
            "GITHUB_PERSONAL_ACCESS_TOKEN": "secret", "AWS_SECRET_ACCESS_KEY": "secret", "PIP_TARGET": "/",
            "npm_config_prefix": "/", "PYTHONPATH": "/evil", "NODE_OPTIONS": "--require evil",
        ]
        #expect(
            Set(ClientEnvironment.from(ours).keys) == [
                "PATH", "HOME", "https_proxy", "NO_PROXY", "PIP_INDEX_URL", "npm_config_registry", "UV_INDEX_URL",
            ]
        )
    }
}
