import Domain
import Store

extension AgencyBuilder {
    /// The body's index in the year and the two before, as far as the viewer may know it.
    ///
    /// Before publication that is for the body itself, and says that it is not final.
    func scoreSection() throws -> AgencyPage.Section? {
        guard let block = version.block else { return nil }
        var rows: [[Link]] = []
        var newest: Int?
        for year in stride(from: snapshot.year, through: snapshot.year - 2, by: -1) {
            guard let round = try snapshot.db.scoringRound(of: year, block: block),
                let file = try snapshot.db.assessment(of: version.agency, in: round, for: viewer),
                let index = file.index
            else { continue }
            newest = newest ?? year
            let published = round.publication
            let name = try snapshot.db.criteriaSet(round.set)?.details.classes.name(for: index)
            rows.append([
                Link("\(year)", Paths.assessment(year, block, version.code)),
                Link(Written.share(index, language)),
                Link(published == nil ? "" : name ?? ""),
                Link(
                    published.map {
                        text("công bố ngày \($0.on.vi)", "published on \($0.on.en)")
                    }
                        ?? text(
                            "phần tự chấm hoặc đang thẩm định, chưa có điều tra xã hội học",
                            "self-scored or being appraised, without surveys")),
                Link(
                    text("Điểm còn lấy được", "Points to win"),
                    Paths.assessment(year, block, version.code, "points")),
            ])
        }
        guard let newest else { return nil }
        return AgencyPage.Section(
            heading: text("Chỉ số CCHC", "Reform index"),
            links: [
                Link(
                    text("Bảng điểm của khối", "The block's board"),
                    Paths.board(newest, block))
            ],
            headings: [
                text("Năm", "Year"), text("Chỉ số", "Index"), text("Xếp loại", "Class"),
                text("Trạng thái", "State"), text("Điểm đã mất", "Lost points"),
            ], rows: rows, none: "")
    }

    /// Who heads the body on the day, and the deputies.
    func heads() throws -> [TargetPage.Fact] {
        let posts = try snapshot.db.posts(in: version.agency, on: snapshot.day, for: viewer)
        let names = try snapshot.db.userNames(Set(posts.map(\.person)))
        return [
            (Role.head, text("Người đứng đầu", "Head")), (.deputy, text("Cấp phó", "Deputies")),
        ].compactMap { role, title in
            let found = posts.filter { $0.role == role }.compactMap { post -> String? in
                guard let name = names[post.person] else { return nil }
                return post.manner == .appointed
                    ? name : "\(name) (\(post.manner.title[language].lowercased()))"
            }
            return found.isEmpty
                ? nil : TargetPage.Fact(name: title, text: found.joined(separator: ", "))
        }
    }
}
