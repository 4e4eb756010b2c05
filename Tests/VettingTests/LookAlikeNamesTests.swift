import JSON
import Testing
import Vetting

@Suite("Names that look alike")
struct LookAlikeNamesTests {
    private func suspicions(_ names: [String]) -> [Suspicion] {
        ToolVetting.suspicions(in: names.map { ["name": .string($0)] }, of: [.lookAlike])
    }

    @Test(
        "are found among each other",
        arguments: [
            (["send_mail", "send-mail"], ["send_mail", "send_mails"]),
            (["getFile", "get_file"], ["getFile", "getFiles"]),
            (["list_l", "list_1"], ["list_2", "list_1"]), (["turn_on", "tum_on"], ["turn_on", "turn_off"]),
            (["get0", "getO"], ["get0", "get1"]), (["send", "send\u{200B}"], ["send", "sender"]),
        ]
    )
    func alike(alike: [String], apart: [String]) {
        #expect(suspicions(alike).map(\.kind) == [.lookAlike])
        #expect(suspicions(apart).isEmpty)
    }

    @Test(
        "are found by a letter of another alphabet",
        arguments: [
            ("sеnd", "send"), ("ｓend", "send"), ("𝗌end", "send"), ("seпd", "sent"), ("раура", "счёт"),
            ("gοogle", "größe"),
        ]
    )
    func foreign(pretended: String, plain: String) {
        #expect(suspicions([pretended]).count == 1)
        #expect(suspicions([plain]).isEmpty)
    }

    @Test("are one name when they are the same: that is another check's")
    func same() {
        #expect(suspicions(["send", "send"]).isEmpty)
    }
}
