extension OfficialDocument {
    /// The kinds of document that reform work needs (loại văn bản).
    ///
    /// Source: Decree 30/2020/NĐ-CP, Annex III (names and abbreviations); letters have neither.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case report, letter, notice, plan, submission, decision, record

        public var title: Bilingual {
            switch self {
            case .report: Bilingual(vi: "Báo cáo", en: "Report")
            case .letter: Bilingual(vi: "Công văn", en: "Letter")
            case .notice: Bilingual(vi: "Thông báo", en: "Notice")
            case .plan: Bilingual(vi: "Kế hoạch", en: "Plan")
            case .submission: Bilingual(vi: "Tờ trình", en: "Submission")
            case .decision: Bilingual(vi: "Quyết định", en: "Decision")
            case .record: Bilingual(vi: "Biên bản", en: "Record of a meeting")
            }
        }

        /// As the symbol has it: BC, TB; empty for letters.
        public var abbreviation: String {
            switch self {
            case .report: "BC"
            case .letter: ""
            case .notice: "TB"
            case .plan: "KH"
            case .submission: "TTr"
            case .decision: "QĐ"
            case .record: "BB"
            }
        }
    }
}
