import Domain
import Store

/// The fields of the file, and the file that was typed into them.
struct InspectionFileFields {
    private let file: InspectionFile
    private let checklists: [Checklist]
    private let checklist: Checklist?
    private let language: Language

    init(
        _ file: InspectionFile, _ checklists: [Checklist], _ checklist: Checklist?,
        _ language: Language
    ) {
        self.file = file
        self.checklists = checklists
        self.checklist = checklist
        self.language = language
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    var all: [Field] {
        [
            Field(
                name: "team", label: text("Đoàn kiểm tra", "Team"), kind: .longText(rows: 4),
                value: file.team.map(line).joined(separator: "\n"),
                hint: text(
                    "Mỗi người một dòng: họ tên | chức vụ | vai trò (Trưởng đoàn, Phó trưởng đoàn, Thư ký, Thành viên); ai không dự cả cuộc thì ghi thêm | từ ngày | đến ngày.",
                    "One a line: name | post | role (Leader, Deputy leader, Secretary, Member); for whoever does not stay throughout | first day | last day."
                ),
                isWide: true),
            Field(
                name: "held_until",
                label: text("Đoàn làm việc đến ngày", "Team stays until"), kind: .day,
                value: file.heldUntil?.vi ?? "",
                hint: text(
                    "Để trống nếu chỉ một ngày.", "Left empty when it is one day."), isWide: true),
            Field(
                name: "first_on", label: text("Thời kỳ kiểm tra từ ngày", "Period from"),
                kind: .day,
                value: file.firstOn?.vi ?? ""),
            Field(
                name: "last_on", label: text("đến ngày", "to"), kind: .day,
                value: file.lastOn?.vi ?? ""),
            Field(
                name: "content", label: text("Nội dung kiểm tra", "Content"),
                kind: .longText(rows: 2), value: file.content, isWide: true),
            Field(
                name: "checklist", label: text("Danh mục nội dung", "Checklist"),
                kind: .choice(
                    [Field.Choice(value: "", text: "–")]
                        + checklists.map {
                            Field.Choice(
                                value: "\($0.number)", text: $0.name,
                                isChosen: $0.id == file.checklist)
                        }), value: checklist.map { "\($0.number)" } ?? ""),
            Field(
                name: "papers", label: text("Hồ sơ, tài liệu yêu cầu", "Papers asked for"),
                kind: .longText(rows: 3),
                value: file.papers.map { paper in
                    paper.text + (paper.receivedOn.map { " | \($0.vi)" } ?? "")
                }.joined(separator: "\n"),
                hint: text(
                    "Mỗi tài liệu một dòng; đã nhận thì ghi thêm | ngày nhận.",
                    "One a line; add | and the day when it came."), isWide: true),
            Field(
                name: "minutes", label: text("Biên bản (số, ngày, tóm tắt)", "Minutes"),
                kind: .longText(rows: 2), value: file.minutes, isWide: true),
            Field(
                name: "good_practice",
                label: text("Cách làm hay cần nhân rộng", "Good practice"),
                kind: .longText(rows: 2), value: file.goodPractice,
                hint: text(
                    "Đề xuất đưa vào danh mục sáng kiến, mô hình.",
                    "Offered to the register of initiatives."), isWide: true),
        ]
    }

    private func line(_ member: InspectionFile.Member) -> String {
        var parts = [member.name, member.post, member.role.title[language]]
        if member.fromOn != nil || member.untilOn != nil {
            parts += [member.fromOn?.vi ?? "", member.untilOn?.vi ?? ""]
        }
        return parts.joined(separator: " | ")
    }

    /// - Throws: ``InvalidInput`` naming each line that cannot be read.
    static func file(
        _ form: Form, onto old: InspectionFile, checklists: [Checklist]
    ) throws -> InspectionFile {
        var problems: [Problem] = []
        func lines(_ name: String) -> [[String]] {
            form.whole(name).split(whereSeparator: \.isNewline).map {
                $0.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
            }.filter { !$0.joined().isEmpty }
        }
        let team = lines("team").enumerated().map { place, parts -> InspectionFile.Member in
            let named = parts.count > 2 ? Vietnamese.folded(parts[2]) : ""
            let role = InspectionFile.Member.Role.allCases.first {
                [Vietnamese.folded($0.title.vi), Vietnamese.folded($0.title.en), $0.rawValue]
                    .contains(named)
            }
            if !named.isEmpty, role == nil {
                problems.append(
                    Problem(
                        "team", vi: "Dòng \(place + 1): không có vai trò “\(parts[2])”.",
                        en: "Line \(place + 1): there is no role “\(parts[2])”."))
            }
            func day(_ column: Int) -> Day? {
                let typed = parts.count > column ? parts[column] : ""
                let day = Day(typed)
                if !typed.isEmpty, day == nil {
                    problems.append(
                        Problem(
                            "team", vi: "Dòng \(place + 1): “\(typed)” không phải là ngày.",
                            en: "Line \(place + 1): “\(typed)” is no day."))
                }
                return day
            }
            return .init(
                parts[0], post: parts.count > 1 ? parts[1] : "", role: role ?? .member,
                fromOn: day(3), untilOn: day(4))
        }
        let papers = lines("papers").enumerated().map { place, parts -> InspectionFile.Paper in
            let typed = parts.count > 1 ? parts[1] : ""
            let day = Day(typed)
            if !typed.isEmpty, day == nil {
                problems.append(
                    Problem(
                        "papers", vi: "Dòng \(place + 1): “\(typed)” không phải là ngày.",
                        en: "Line \(place + 1): “\(typed)” is no day."))
            }
            return .init(parts[0], receivedOn: day)
        }
        let heldUntil = form.day("held_until", &problems)
        let first = form.day("first_on", &problems)
        let last = form.day("last_on", &problems)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let list = checklists.first { "\($0.number)" == form.text("checklist") }?.id
        return InspectionFile(
            inspection: old.inspection, team: team, firstOn: first, lastOn: last,
            heldUntil: heldUntil, content: form.text("content"), papers: papers,
            minutes: form.text("minutes"),
            goodPractice: form.text("good_practice"), checklist: list ?? old.checklist,
            answers: list == nil || list == old.checklist ? old.answers : [],
            version: form.version)
    }
}
