import ArgumentParser

/// The command as a whole; each subcommand has a file of its own.
struct CaiCach: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caicach",
        abstract:
            "Runs a yearly public administration reform plan, from its words to proven results.",
        discussion: """
            Theo dõi kế hoạch cải cách hành chính hằng năm: từ lời văn của kế hoạch đến kết quả có \
            chứng cứ.

            Begin with:
              caicach read plan.txt
              caicach sample --database var/caicach.sqlite
              caicach serve --database var/caicach.sqlite
            """,
        subcommands: [
            SampleCommand.self, StatusCommand.self, ImportCommand.self, ExportCommand.self,
            ReadCommand.self, ServeCommand.self, MigrateCommand.self, JournalCommand.self,
            UserCommand.self,
            BenchCommand.self, SchemaCommand.self, PermissionsCommand.self, ReferenceCommand.self,
            FaultWriterCommand.self,
        ])
}
