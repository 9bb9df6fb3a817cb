/// What one line of a list of posts says.
public struct PostRow: Hashable, Sendable {
    /// The number of a person on record; without one the name is looked for in the agency.
    public var personNumber: Int?
    public var name: String?
    public var role: Role?
    public var agencyCode: String?
    public var title: String?
    /// Names of areas, with ";" between.
    public var areas: String?
    public var manner: Post.Manner?
    public var from: Day?
    /// The first day on which the post is no longer held.
    public var until: Day?
    public var basis: String?

    public init() {}

    /// The areas, one by one.
    public var areaList: [String] {
        (areas ?? "").split(whereSeparator: { $0 == ";" || $0 == "\n" }).map(\.trimmed)
            .filter { !$0.isEmpty }
    }
}

extension PostRow {
    /// The post as a line of the list.
    public init(_ post: Post, person: Int?, name: String, agencyCode: String?) {
        personNumber = person
        self.name = name
        role = post.role
        self.agencyCode = agencyCode
        title = post.title
        areas = post.areas.joined(separator: "; ")
        manner = post.manner
        from = post.tenure.from
        until = post.tenure.until
        basis = post.basis
    }
}

public enum PostColumns {
    public static let all: [Column<PostRow>] = [
        .count(
            "person_number", Bilingual(vi: "Số của người", en: "Person no."), \.personNumber,
            limit: 10_000_000),
        .text(
            "name", Bilingual(vi: "Họ và tên", en: "Name"), \.name, required: true, longest: 120),
        .choice(
            "role", Bilingual(vi: "Vai trò", en: "Role"), \.role, required: true, title: \.title),
        .text(
            "agency_code", Bilingual(vi: "Mã cơ quan", en: "Agency code"), \.agencyCode,
            longest: 40),
        .text("title", Bilingual(vi: "Chức danh", en: "Title"), \.title, longest: 200),
        .text(
            "areas", Bilingual(vi: "Lĩnh vực phụ trách", en: "Areas"), \.areas, longest: 500),
        .choice("manner", Bilingual(vi: "Cách giữ", en: "Held as"), \.manner, title: \.title),
        .day("from_on", Bilingual(vi: "Từ ngày", en: "From"), \.from, required: true),
        .day(
            "until_on", Bilingual(vi: "Thôi giữ từ ngày", en: "No longer from"), \.until),
        .text("basis", Bilingual(vi: "Quyết định", en: "Decision"), \.basis, longest: 200),
    ]
}
