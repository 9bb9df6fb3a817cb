import Domain
import Store

/// The year's checklist, the files of some inspections, and some bodies' answers about themselves.
extension SampleLoader {
    func fileInspections() async throws {
        let (year, user) = (year, user)
        let list = try await store.write(at: morning(year.today)) {
            try $0.addChecklist(
                of: year.year, name: "Danh mục kiểm tra cải cách hành chính năm \(year.year)",
                source: "Phụ lục Kế hoạch kiểm tra (minh hoạ)", items: checklistItems, by: user)
        }
        let (inspections, selfs) = try await store.read { db in
            var inspections: [Inspection] = []
            var selfs: [SelfInspection] = []
            try db.eachInspection(of: year.year) { inspections.append($0) }
            try db.eachSelfInspection(of: year.year) { selfs.append($0) }
            return (inspections, selfs)
        }
        for (place, inspection) in inspections.filter({ $0.heldOn != nil }).prefix(8).enumerated() {
            let file = file(of: inspection, place, list)
            try await store.write(at: morning(year.today)) {
                try $0.saveInspectionFile(file, of: inspection.number, by: user)
            }
        }
        for inspection in inspections.filter({ $0.heldOn != nil }).prefix(4) {
            try await store.write(at: morning(year.today)) { db in
                let file = try db.inspectionFile(of: inspection.id)
                let known = try db.initiative(from: inspection.id)
                guard !file.goodPractice.isEmpty, known == nil else { return }
                try db.proposeInitiative(from: inspection.number, by: user)
            }
        }
        for (place, own) in selfs.filter({ $0.heldOn != nil }).prefix(10).enumerated() {
            let answers = answers(of: list, place)
            try await store.write(at: morning(year.today)) {
                try $0.answerSelfInspection(
                    own.number, checklist: list.number, answers, by: user)
            }
        }
    }

    private func file(
        of inspection: Inspection, _ place: Int, _ list: Checklist
    ) -> InspectionFile {
        let held = inspection.heldOn ?? year.today
        return InspectionFile(
            inspection: inspection.id,
            team: [
                .init("Phạm Thị Minh Hoạ", post: "Phó Giám đốc Sở Nội vụ", role: .leader),
                .init("Trịnh Minh Hoạ", post: "Trưởng phòng Cải cách hành chính", role: .deputy),
                .init("Mai Thị Minh Hoạ", post: "Chuyên viên", role: .secretary),
            ]
                + (place % 2 == 0
                    ? [
                        .init(
                            "Võ Minh Hoạ", post: "Phó Chánh Văn phòng UBND tỉnh", role: .member,
                            fromOn: held, untilOn: held)
                    ] : []),
            firstOn: year.period.lowerBound, lastOn: held - 10,
            heldUntil: place % 2 == 0 ? held + 1 : nil,
            content:
                "Chỉ đạo, điều hành; giải quyết thủ tục hành chính; công vụ; hiện đại hóa hành chính.",
            papers: [
                .init("Báo cáo tự kiểm tra", receivedOn: held - 4),
                .init("Sổ theo dõi hồ sơ thủ tục hành chính", receivedOn: held - 2),
                .init("Hồ sơ phân công nhiệm vụ cải cách hành chính"),
            ],
            minutes: "Biên bản làm việc ngày \(held.vi)",
            goodPractice: place % 3 == 0
                ? "Hẹn trả kết quả qua tin nhắn, giảm một lần đi lại cho người dân." : "",
            checklist: list.id, answers: answers(of: list, place))
    }

    func answers(of list: Checklist, _ place: Int) -> [Checklist.Answer] {
        list.items.indices.map { item in
            let turn = (item * 7 + place * 3) % 11
            let mark: Checklist.Answer.Mark =
                turn == 0 ? .unmet : turn == 1 ? .partly : turn == 2 ? .notApplicable : .met
            return Checklist.Answer(
                item + 1, mark,
                note: mark == .unmet || mark == .partly ? "Cần bổ sung trong quý sau" : "")
        }
    }
}

/// Seven contents, as teams went through them in 2021.
private let checklistItems: [Checklist.Item] = [
    .init(
        area: "Chỉ đạo, điều hành",
        text: "Ban hành kế hoạch cải cách hành chính năm, có sản phẩm và thời hạn",
        link: .init(.target, "II.1.a.1-1")),
    .init(area: "Chỉ đạo, điều hành", text: "Thực hiện tự kiểm tra, có biên bản và kết luận"),
    .init(area: "Chỉ đạo, điều hành", text: "Báo cáo định kỳ đúng hạn, đủ nội dung"),
    .init(area: "Cải cách thể chế", text: "Rà soát văn bản thuộc lĩnh vực tham mưu"),
    .init(
        area: "Thủ tục hành chính", text: "Niêm yết, công khai đầy đủ thủ tục đã công bố",
        ground: "Nghị định 61/2018/NĐ-CP"),
    .init(
        area: "Thủ tục hành chính", text: "Hồ sơ trễ hạn có văn bản xin lỗi",
        ground: "Nghị định 61/2018/NĐ-CP"),
    .init(area: "Thủ tục hành chính", text: "Tiếp nhận, xử lý phản ánh, kiến nghị đúng thời hạn"),
    .init(area: "Tổ chức bộ máy", text: "Quy chế làm việc phù hợp chức năng, nhiệm vụ hiện hành"),
    .init(area: "Công vụ", text: "Bố trí công chức đúng vị trí việc làm"),
    .init(area: "Công vụ", text: "Chấp hành kỷ luật, kỷ cương hành chính"),
    .init(area: "Tài chính công", text: "Công khai dự toán, quyết toán"),
    .init(
        area: "Hiện đại hóa hành chính", text: "Văn bản đi được ký số, gửi trên môi trường điện tử"),
    .init(area: "Hiện đại hóa hành chính", text: "Cập nhật đủ các bước trên phần mềm một cửa"),
]
