import Domain
import Store

/// Who may do what somebody was refused, and who could give them a role that may.
enum Grantors {
    static func lines(
        for permission: Permission, in agency: Agency.ID?, on day: Day, _ store: Store,
        _ language: Language
    ) async -> [String] {
        // The refusal stands whether or not its remedy can be read.
        let found = try? await store.read { db -> (place: String?, people: [String]) in
            let tree = try db.agencyTree(on: day)
            let grantors = try db.grantors(for: agency, on: day)
            let place = agency.flatMap { tree.body($0)?.name }
            return (
                place,
                grantors.map { person, post in
                    let at = post.agency.flatMap { tree.body($0)?.name }
                    return [person.name, post.named[language], at].compactMap(\.self)
                        .joined(separator: ", ")
                }
            )
        }
        guard let found else { return [] }
        return roles(permission, found.place, language)
            + [
                found.people.isEmpty
                    ? text(
                        "Người giao được vai trò: chưa có ai trong hệ thống.",
                        "Nobody on record can give a role.", language)
                    : text(
                        "Người giao được vai trò: \(found.people.joined(separator: "; ")).",
                        "Roles are given by: \(found.people.joined(separator: "; ")).", language)
            ]
    }

    /// "Công chức đầu mối CCHC (cơ quan mình, cơ quan cấp dưới)".
    private static func roles(
        _ permission: Permission, _ place: String?, _ language: Language
    ) -> [String] {
        let able = Role.allCases.compactMap { role -> String? in
            guard let reach = permission.reach[role], !reach.isEmpty else { return nil }
            guard reach != .everywhere else { return role.title[language] }
            let places = Relation.allCases.filter(reach.contains).map { $0.title[language] }
            return "\(role.title[language]) (\(places.joined(separator: ", ")))"
        }
        let list = able.joined(separator: "; ")
        guard let place else {
            return [
                text("Vai trò có quyền này: \(list).", "Roles that may: \(list).", language)
            ]
        }
        return [
            text("Hồ sơ thuộc: \(place).", "The record belongs to \(place).", language),
            text("Vai trò có quyền này: \(list).", "Roles that may: \(list).", language),
        ]
    }

    private static func text(_ vi: String, _ en: String, _ language: Language) -> String {
        language == .vi ? vi : en
    }
}
