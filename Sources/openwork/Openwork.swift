import ArgumentParser
import DaemonAPI
import MCPConnection

/// The command line over the daemon's interface.
@main
struct Openwork: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openwork",
        abstract: "See and change what the integrations of your agents are doing.",
        discussion: """
            How is everything, and what is to be done about it?
              openwork status
              openwork status --watch
              openwork show github

            Give an integration its credential; without a value you are asked, and nothing is shown as you type:
              openwork configure github
              openwork configure github GITHUB_PERSONAL_ACCESS_TOKEN
              openwork configure jira JIRA_URL=https://acme.atlassian.net --env-file jira.env

            Log in at the vendor of a remote server, in your browser:
              openwork login linear

            Try it, and read what its server says:
              openwork test github
              openwork call github get_me
              openwork logs github -f

            Who works with what:
              openwork role list
              openwork role assign support zendesk slack
              openwork role status support

            Connect an agent to a role, and see which tools wait for you to look at them:
              openwork mcp --role engineering
              openwork tools review

            Everything from the beginning, step by step; and with the programs that you use already:
              openwork setup
              openwork import
              openwork export --client claude-desktop --role support --write

            What is wrong with this machine:
              openwork doctor

            Completion for your shell:
              openwork --generate-completion-script bash > ~/.local/share/bash-completion/completions/openwork

            Exit codes: 0 fine · 1 a problem was found · 3 the daemon cannot be reached · 64 wrong usage
            """,
        version: "openwork 0.1.0",
        subcommands: [
            StatusCommand.self, ListCommand.self, ShowCommand.self, AddCommand.self, RemoveCommand.self,
            InstallCommand.self, UpgradeCommand.self, RollbackCommand.self, ConfigureCommand.self,
            LoginCommand.self, LogoutCommand.self, EnableCommand.self, DisableCommand.self,
            RestartCommand.self, TestCommand.self, ToolsCommand.self, CallCommand.self, LogsCommand.self,
            RoleCommand.self, MCPCommand.self, VaultCommand.self, BackupCommand.self, DoctorCommand.self,
            SetupCommand.self, ImportCommand.self, ExportCommand.self,
        ]
    )

    static func main() async {
        StandardDescriptors.fill()
        await main(nil)
    }
}
