import Domain

/// The form in which a draft's words, addressees and signature are changed, and what it says.
enum ReportForm {
    static func fields(
        _ words: Report.Wording, typed: Form?, _ refusal: (any UserFacingError)?,
        _ language: Language
    ) -> [Field] {
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        func value(_ name: String, _ stored: String) -> String {
            typed?.has(name) == true ? typed?.whole(name) ?? "" : stored
        }
        func problems(_ name: String) -> [String] {
            (refusal?.problems ?? []).filter { $0.field == name }.map { problem in
                problem.row.map { text("Dòng \($0): ", "Line \($0): ") + problem.message[language] }
                    ?? problem.message[language]
            }
        }
        func field(
            _ name: String, _ label: String, _ stored: String, _ kind: Field.Kind = .text,
            isRequired: Bool = false, isWide: Bool = false
        ) -> Field {
            Field(
                name: name, label: label, kind: kind, value: value(name, stored),
                problems: problems(name), isRequired: isRequired, isWide: isWide)
        }
        let kind = value("kind", words.kind.rawValue)
        let covers = value("covers", words.coversAll ? "all" : "own")
        let power = value("power", words.signing.power.rawValue)
        return [
            field(
                "kind", text("Loại văn bản", "Kind"), kind,
                .choice(
                    OfficialDocument.Kind.allCases.map {
                        Field.Choice(
                            value: $0.rawValue, text: $0.title[language],
                            isChosen: $0.rawValue == kind)
                    }), isRequired: true),
            field(
                "drafting_unit", text("Đơn vị soạn thảo (Lưu: VT, …)", "Drafting unit"),
                words.draftingUnit),
            field(
                "covers", text("Số liệu của", "Figures of"), covers,
                .choice([
                    Field.Choice(
                        value: "own",
                        text: text(
                            "cơ quan ban hành và đơn vị trực thuộc", "the issuer and those below"),
                        isChosen: covers == "own"),
                    Field.Choice(
                        value: "all", text: text("mọi cơ quan, đơn vị", "everybody"),
                        isChosen: covers == "all"),
                ])),
            field(
                "subject", text("Trích yếu", "Subject"), words.subject, isRequired: true,
                isWide: true),
            field(
                "addressees",
                text(
                    "Kính gửi, mỗi dòng một nơi (công văn, tờ trình)", "Addressed to, a line each"),
                words.addressees, .longText(rows: 3), isWide: true),
            field(
                "body", text("Nội dung", "Text"), words.body, .longText(rows: 24),
                isRequired: true, isWide: true),
            field(
                "recipients", text("Nơi nhận, mỗi dòng một nơi", "Recipients, a line each"),
                words.recipients, .longText(rows: 5), isWide: true),
            field(
                "power", text("Thẩm quyền ký", "Signs as"), power,
                .choice(
                    Signing.Power.allCases.map {
                        Field.Choice(
                            value: $0.rawValue, text: $0.title[language],
                            isChosen: $0.rawValue == power)
                    })),
            field(
                "signer_title",
                text(
                    "Chức vụ người ký, khi khác thường lệ",
                    "The signer's title, where not the usual"),
                words.signing.title),
            field(
                "signer",
                text(
                    "Họ tên người ký; để trống thì lấy người đứng đầu", "Signer; empty for the head"
                ),
                words.signing.name),
            field(
                "secretary", text("Thư ký (biên bản)", "Secretary (records of meetings)"),
                words.signing.secretary),
        ]
    }

    /// What the form says.
    static func read(_ form: Form) -> Report.Wording {
        func text(_ name: String) -> String { form.text(name).replacing("\r\n", with: "\n") }
        return Report.Wording(
            kind: OfficialDocument.Kind(rawValue: form.text("kind")) ?? .report,
            subject: text("subject"), body: text("body"), addressees: text("addressees"),
            recipients: text("recipients"), draftingUnit: text("drafting_unit"),
            signing: Signing(
                Signing.Power(rawValue: form.text("power")) ?? .head, title: text("signer_title"),
                name: text("signer"), secretary: text("secretary")),
            coversAll: text("covers") == "all")
    }

    /// A table of a spreadsheet as an annex of a text; what bars and braces say elsewhere is taken out.
    static func annex(_ title: String, _ table: CellTable) -> String {
        func cell(_ text: String) -> String {
            let plain = text.unicodeScalars.map { scalar -> String in
                switch scalar {
                case "|": "\\|"
                case "{": "("
                case "}": ")"
                case "\n", "\r", "\t": " "
                default: String(scalar)
                }
            }.joined()
            return plain.trimmed.isEmpty ? " " : plain.trimmed
        }
        let heads = "| " + table.headings.map(cell).joined(separator: " | ") + " |"
        let rows = table.rows.map { row in
            "| "
                + table.headings.indices.map {
                    cell($0 < row.cells.count ? row.cells[$0] : "")
                }.joined(separator: " | ") + " |"
        }
        return (["% \(cell(title))", heads] + rows).joined(separator: "\n")
    }
}

extension String {
    /// Inside a sentence: its first letter small, unless it begins with an abbreviation.
    var loweredFirst: String {
        let second = dropFirst().first
        return second.map(\.isUppercase) == true ? self : prefix(1).lowercased() + dropFirst()
    }
}
