import Domain
import Store

/// Posts with the names and codes that pages and files show beside them.
struct PeopleOnDay: Sendable {
    let posts: [Post]
    let tree: AgencyTree
    private let names: [User.ID: String]
    private let numbers: [User.ID: Int]

    /// Everybody's posts on the day, as far as the viewer may see them.
    init(_ db: ReadableDatabase, on day: Day, for viewer: Viewer) throws {
        try self.init(try db.posts(on: day, for: viewer), db, tree: try db.agencyTree(on: day))
    }

    init(_ posts: [Post], _ db: ReadableDatabase, tree: AgencyTree) throws {
        self.tree = tree
        let people = Set(posts.map(\.person))
        names = try db.userNames(people)
        numbers = try db.personNumbers(of: people)
        let places = Dictionary(
            uniqueKeysWithValues: tree.bodies.enumerated().map { ($0.element.id, $0.offset) })
        // By agency in the tree's order; the order within an agency stays.
        self.posts = posts.enumerated().sorted {
            let positions = [$0, $1].map { post in
                post.element.agency.flatMap { places[$0] } ?? -1
            }
            return (positions[0], $0.offset) < (positions[1], $1.offset)
        }.map(\.element)
    }

    func name(_ post: Post) -> String { names[post.person] ?? "" }
    func number(_ post: Post) -> Int? { numbers[post.person] }

    /// The person, leading to their page.
    func link(_ post: Post, on day: Day?) -> Link {
        Link(name(post), number(post).map { Paths.person($0, on: day) })
    }

    func agency(_ post: Post, _ language: Language, on day: Day?) -> Link {
        guard let agency = post.agency else {
            return Link(language == .vi ? "toàn hệ thống" : "the whole workspace")
        }
        guard let body = tree.body(agency) else { return Link("–") }
        return Link(body.name, Paths.agencyPeople(body.code, on: day))
    }

    /// The post as a line of the list that an import takes back.
    func row(_ post: Post) -> PostRow {
        PostRow(
            post, person: number(post), name: name(post),
            agencyCode: post.agency.flatMap { tree.body($0)?.code })
    }
}

extension Tenure {
    /// "từ 01/01/2021", "01/01/2021 – 31/05/2021".
    func words(_ language: Language) -> String {
        guard let until else {
            return language == .vi ? "từ \(from.vi)" : "from \(from.en)"
        }
        return "\(from[language]) – \((until - 1)[language])"
    }
}
