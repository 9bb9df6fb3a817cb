/// A body of the administration (cơ quan, đơn vị): one identity, and what it was called when.
///
/// Neither name nor code is its key: both move to other bodies when bodies merge. Everything dated
/// resolves through the version that holds on that day.
public struct Agency: Hashable, Sendable {
    public typealias ID = Identifier<Agency>

    /// Where a body stands in the administration.
    public enum Level: String, CaseIterable, Hashable, Sendable, Codable {
        case province, department, vertical, district, commune, unit

        public var title: Bilingual {
            switch self {
            case .province: Bilingual(vi: "Tỉnh", en: "Province")
            case .department: Bilingual(vi: "Cơ quan cấp tỉnh", en: "Provincial agency")
            case .vertical: Bilingual(vi: "Cơ quan ngành dọc", en: "Vertical agency")
            case .district: Bilingual(vi: "Cấp huyện", en: "District")
            case .commune: Bilingual(vi: "Cấp xã", en: "Commune")
            case .unit: Bilingual(vi: "Đơn vị trực thuộc", en: "Sub-unit")
            }
        }

        /// The block a body of this level belongs to when its list does not say; `nil` for the
        /// province, which is compared with nobody inside it.
        public var usualBlock: Block? {
            switch self {
            case .province: nil
            case .department: .departments
            case .vertical: .verticals
            case .district: .districts
            case .commune: .communes
            case .unit: .units
            }
        }
    }

    /// Bodies that may be compared with each other (khối).
    public enum Block: String, CaseIterable, Hashable, Sendable, Codable {
        case departments, verticals, districts, communes, units

        public var title: Bilingual {
            switch self {
            case .departments:
                Bilingual(vi: "Cơ quan, đơn vị cấp tỉnh", en: "Provincial agencies")
            case .verticals: Bilingual(vi: "Cơ quan ngành dọc", en: "Vertical agencies")
            case .districts: Bilingual(vi: "UBND cấp huyện", en: "Districts")
            case .communes: Bilingual(vi: "Đơn vị cấp xã", en: "Communes")
            case .units: Bilingual(vi: "Đơn vị trực thuộc", en: "Sub-units")
            }
        }

        /// The tier as a sentence names it: "cấp tỉnh còn thiếu 01".
        public var tier: Bilingual {
            switch self {
            case .departments: Bilingual(vi: "cấp tỉnh", en: "provincial agencies")
            case .verticals: Bilingual(vi: "ngành dọc", en: "vertical agencies")
            case .districts: Bilingual(vi: "cấp huyện", en: "districts")
            case .communes: Bilingual(vi: "cấp xã", en: "communes")
            case .units: Bilingual(vi: "đơn vị trực thuộc", en: "sub-units")
            }
        }

        /// The noun of one or more bodies of the block in a sentence with a count.
        public func noun(_ count: Int) -> Bilingual {
            switch self {
            case .departments, .verticals:
                Bilingual(vi: "cơ quan", en: count == 1 ? "agency" : "agencies")
            case .districts:
                Bilingual(vi: "UBND cấp huyện", en: count == 1 ? "district" : "districts")
            case .communes: Bilingual(vi: "đơn vị cấp xã", en: count == 1 ? "commune" : "communes")
            case .units: Bilingual(vi: "đơn vị", en: count == 1 ? "unit" : "units")
            }
        }
    }

    /// What a body was from a day until another.
    public struct Version: Hashable, Sendable, Codable {
        public let agency: Agency.ID
        public let tenure: Tenure
        /// Our own readable key (BD-SNV); resolves on the day asked and may be reused later.
        public let code: String
        public let name: String
        public let level: Level
        public let block: Block?
        /// The body it answers to; `nil` at the top.
        public let parent: Agency.ID?
        /// Codes of other registers by scheme: `gso` (Tổng cục Thống kê) and others.
        public let codes: [String: String]

        public init(
            agency: Agency.ID, tenure: Tenure, code: String, name: String, level: Level,
            block: Block?, parent: Agency.ID?, codes: [String: String]
        ) {
            self.agency = agency
            self.tenure = tenure
            self.code = code
            self.name = name
            self.level = level
            self.block = block
            self.parent = parent
            self.codes = codes
        }

        /// The same version, ending before a day.
        public func ending(on day: Day) -> Version {
            Version(
                agency: agency, tenure: Tenure(from: tenure.from, until: day), code: code,
                name: name,
                level: level, block: block, parent: parent, codes: codes)
        }

        /// Whether both say the same of the body, whatever their days.
        public func saysTheSame(as other: Version) -> Bool {
            code == other.code && name.unicodeScalars.elementsEqual(other.name.unicodeScalars)
                && level == other.level && block == other.block && parent == other.parent
                && codes == other.codes
        }
    }
}

extension Agency.Version {
    /// The name inside a sentence: "xã Canh Hiệp", "huyện Vân Canh", "Sở Y tế".
    public var nameInSentence: String { AgencyName.inSentence(name) }

    /// The name in a narrow column: "Canh Hiệp", "Quy Nhơn", "Sở Y tế".
    public var shortName: String { AgencyName.short(name) }
}
