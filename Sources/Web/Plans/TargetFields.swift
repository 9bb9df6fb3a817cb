import Domain

/// What the fields of a target's form are called, by their keys.
enum TargetFields {
    static let all: [(key: String, title: Bilingual)] = [
        ("title", Bilingual(vi: "Tên gọn", en: "Short name")),
        ("comparator", Bilingual(vi: "So sánh", en: "Comparator")),
        ("value", Bilingual(vi: "Mức phải đạt", en: "Threshold")),
        ("unit", Bilingual(vi: "Đơn vị", en: "Unit")),
        ("measure", Bilingual(vi: "Phương pháp tính", en: "Measure")),
        ("scope", Bilingual(vi: "Phạm vi áp dụng", en: "Scope")),
        ("lead", Bilingual(vi: "Cơ quan chủ trì", en: "Lead agency")),
        ("answerable", Bilingual(vi: "Người chịu trách nhiệm", en: "Person who answers")),
        ("deadline", Bilingual(vi: "Thời hạn", en: "Deadline")),
        ("deadline_source", Bilingual(vi: "Căn cứ của thời hạn", en: "Source of the deadline")),
        ("replaces", Bilingual(vi: "Thay thế chỉ tiêu", en: "Takes the place of")),
        (
            "mirrors",
            Bilingual(vi: "Thực hiện chỉ tiêu của cấp trên", en: "Carries out the target above")
        ),
        ("reading", Bilingual(vi: "Cách tính", en: "Reading")),
        (
            "reading_basis",
            Bilingual(vi: "Văn bản quyết định cách tính", en: "Document that settles it")
        ),
        ("due_on", Bilingual(vi: "Thời hạn", en: "Due on")),
    ]

    static func title(_ key: String) -> Bilingual {
        all.first { $0.key == key }?.title ?? Bilingual(key)
    }
}
