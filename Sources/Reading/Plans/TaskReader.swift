import Domain

/// Reads tasks out of running text: one a sentence, with what it says of lead, product and deadline.
struct TaskReader {
    let text: PlanText
    let year: Int?

    /// One task a sentence, completed by the dashes below it that only say who, when and what.
    ///
    /// The owner is the agency that the clauses above give the work to.
    func tasks(in body: Range<Int>, fields: [Range<Int>], path: String, owner: String?)
        -> [DraftTask]
    {
        let sentences = text.sentences(body)
        // Only what says nothing else speaks for the sentences beside it.
        let shared = sentences.filter { sentence in
            let words = TargetSentence(text: text).trimmed(sentence)
            return isField(words) || onlyAssigns(words, of: body)
        }
        let assigned = (shared + fields).reduce(Assignment()) {
            $0.completed(by: assignment(in: $1))
        }
        return sentences.compactMap { sentence in
            let words = TargetSentence(text: text).trimmed(sentence)
            guard words.count > 1, !isField(words), !onlyAssigns(words, of: body) else {
                return nil
            }
            let range = text.range(ofTokens: sentence)
            let own = assignment(in: sentence)
            return DraftTask(
                clause: path, text: text.string(range), start: range.lowerBound,
                end: range.upperBound,
                lead: own.lead ?? assigned.lead ?? owner,
                cooperating: own.cooperating ?? assigned.cooperating,
                deadline: own.deadline ?? assigned.deadline,
                product: own.product ?? assigned.product,
                budget: own.budget ?? assigned.budget)
        }
    }

    struct Assignment: Sendable {
        var lead: String?
        var cooperating: String?
        var deadline: DraftDeadline?
        var product: String?
        var budget: String?

        /// With what the other knows where this one does not.
        func completed(by other: Assignment) -> Assignment {
            Assignment(
                lead: lead ?? other.lead, cooperating: cooperating ?? other.cooperating,
                deadline: deadline ?? other.deadline, product: product ?? other.product,
                budget: budget ?? other.budget)
        }
    }

    /// "Sở Nội vụ chủ trì, phối hợp với …", "Thời gian: quý II", "Sản phẩm: Kế hoạch".
    func assignment(in range: Range<Int>) -> Assignment {
        var found = Assignment()
        for (column, value) in fields(in: range) {
            let words = text.words(ofTokens: value)
            switch column {
            case .lead: found.lead = words
            case .cooperating: found.cooperating = words
            case .deadline:
                found.deadline = DeadlineReader(text: text, year: year).read(cell: value)
            case .product: found.product = words
            case .budget: found.budget = words
            default: break
            }
        }
        readNote(range, into: &found)
        if found.lead == nil, let lead = lead(in: range) { found.lead = text.words(ofTokens: lead) }
        if found.cooperating == nil, let others = cooperating(in: range) {
            found.cooperating = text.words(ofTokens: others)
        }
        if found.deadline == nil { found.deadline = dated(range) }
        return found
    }

    /// "(Văn phòng chủ trì, Thanh tra Sở phối hợp; hằng tháng)".
    private func readNote(_ range: Range<Int>, into found: inout Assignment) {
        let notes = AssignmentNote(text: text)
        guard let note = notes.note(atEndOf: range) else { return }
        found.deadline = found.deadline ?? notes.deadline(note, year: year)
        for piece in notes.pieces(note) {
            var start = piece.lowerBound
            if let leads = Self.duties.first(piece, in: text), found.lead == nil {
                found.lead = words(start..<leads.tokens.lowerBound)
                start = leads.tokens.upperBound
            }
            guard found.cooperating == nil,
                let helps = Self.helping.first(start..<piece.upperBound, in: text)
            else { continue }
            let before = TargetSentence(text: text).trimmed(start..<helps.tokens.lowerBound)
            let after = TargetSentence(text: text).trimmed(
                helps.tokens.upperBound..<piece.upperBound)
            found.cooperating = words(text.hasLetters(before) ? before : after)
        }
    }

    private func words(_ range: Range<Int>) -> String? {
        let words = TargetSentence(text: text).trimmed(range)
        return text.hasLetters(words) ? text.words(ofTokens: words) : nil
    }

    /// Named fields inside a sentence or bracket: "(Thời gian: quý II; chủ trì: Sở Nội vụ)".
    private func fields(in range: Range<Int>) -> [(AnnexColumn, Range<Int>)] {
        var fields: [(AnnexColumn, Range<Int>)] = []
        for index in range where text.mark(index) == ":" {
            guard let column = AnnexColumn.named(before: index, in: text, from: range.lowerBound),
                !fields.contains(where: { $0.0 == column })
            else { continue }
            let longest = index + 1..<min(range.upperBound, index + 1 + Self.longestField)
            let end = longest.first { isFieldEnd($0) } ?? longest.upperBound
            if text.hasLetters(index + 1..<end) {
                fields.append((column, TargetSentence(text: text).trimmed(index + 1..<end)))
            }
        }
        return fields
    }

    private func isFieldEnd(_ index: Int) -> Bool {
        guard let mark = text.mark(index) else { return false }
        return mark == ";" || mark == ")" || mark == "." && !text.touchesNext(index)
    }

    /// "Sở Nội vụ chủ trì, phối hợp với …, hoàn thành trước ngày 30/6": no work of its own.
    private func onlyAssigns(_ words: Range<Int>, of body: Range<Int>) -> Bool {
        guard words.lowerBound > body.lowerBound, isAgency(words.lowerBound),
            let duty = Self.leading.first(words, in: text)
        else { return false }
        return Self.work.first(duty.tokens.upperBound..<words.upperBound, in: text) == nil
    }

    /// Whether these words are one named field: "Thời gian: quý II".
    func isField(_ words: Range<Int>) -> Bool {
        guard let colon = words.prefix(7).first(where: { text.mark($0) == ":" }) else {
            return false
        }
        return AnnexColumn.named(before: colon, in: text, from: words.lowerBound) != nil
    }

    /// The bodies named before "chủ trì" or after "giao", "Giao cho".
    private func lead(in range: Range<Int>) -> Range<Int>? {
        if let duty = Self.duties.first(range, in: text), duty.tokens.lowerBound > range.lowerBound
        {
            var start = duty.tokens.lowerBound
            while start > range.lowerBound, ![";", ".", ":", "("].contains(text.mark(start - 1)) {
                start -= 1
            }
            if let (_, next) = Self.giving.match(start, in: text, before: duty.tokens.lowerBound) {
                start = next
            }
            if isAgency(start), duty.tokens.lowerBound - start <= 24 {
                return TargetSentence(text: text).trimmed(start..<duty.tokens.lowerBound)
            }
        }
        guard let given = Self.giving.first(range, in: text),
            given.tokens.lowerBound - range.lowerBound <= 2,
            isAgency(given.tokens.upperBound)
        else { return actor(range) }
        let end = (given.tokens.upperBound..<range.upperBound).first { index in
            text.mark(index).map { $0 != "," && $0 != "-" } ?? isVerb(index, range.upperBound)
        }
        return end.map { TargetSentence(text: text).trimmed(given.tokens.upperBound..<$0) }
    }

    /// "Sở Tài chính bố trí kinh phí": the body that the sentence begins with does the work.
    private func actor(_ range: Range<Int>) -> Range<Int>? {
        guard let first = range.first(where: { text.mark($0) == nil }), isAgency(first),
            text.tokens[first].startsWithCapital
        else { return nil }
        guard Self.verbs.match(first, in: text, before: range.upperBound) == nil else { return nil }
        let end = (first + 1..<min(first + 14, range.upperBound)).first {
            isVerb($0, range.upperBound)
                || text.mark($0).map { ![",", "-", "–"].contains($0) } == true
        }
        guard let end, text.mark(end) == nil else { return nil }
        return TargetSentence(text: text).trimmed(first..<end)
    }

    /// A verb that begins what is done, not part of a name: Văn phòng Đăng ký đất đai.
    private func isVerb(_ index: Int, _ end: Int) -> Bool {
        guard text.isWord(index), !text.tokens[index].startsWithCapital,
            Self.verbs.match(index, in: text, before: end) != nil
        else { return false }
        return Self.names.match(index - 1, in: text, before: end) == nil
            && Self.names.match(index - 2, in: text, before: end) == nil
    }

    private func cooperating(in range: Range<Int>) -> Range<Int>? {
        guard let with = Self.cooperation.first(range, in: text), isAgency(with.tokens.upperBound)
        else { return nil }
        let end =
            (with.tokens.upperBound..<range.upperBound).first { index in
                text.mark(index).map { $0 != "," && $0 != "-" } ?? isVerb(index, range.upperBound)
            } ?? range.upperBound
        return TargetSentence(text: text).trimmed(with.tokens.upperBound..<end)
    }

    /// A deadline in running text counts only where the words say that something is due.
    private func dated(_ range: Range<Int>) -> DraftDeadline? {
        for index in range {
            guard let (_, next) = Self.due.match(index, in: text, before: range.upperBound) else {
                continue
            }
            let end = min(range.upperBound, next + 24)
            if let deadline = DeadlineReader(text: text, year: year).read(in: index..<end) {
                return deadline
            }
        }
        return nil
    }

    func isAgency(_ index: Int) -> Bool {
        guard index < text.tokens.count else { return false }
        return Self.agencies.match(index, in: text, before: min(index + 5, text.tokens.count))
            != nil
    }

    /// A field goes on for so many tokens at most.
    private static let longestField = 200

    private static let duties = Phrases(
        "chủ trì, có trách nhiệm, chịu trách nhiệm, là cơ quan chủ trì, làm đầu mối, là đầu mối")
    private static let names = Phrases(
        "đầu tư xây dựng, một cửa, hỗ trợ đầu tư, bộ phận tiếp nhận, trung tâm phục vụ, tiếp nhận và"
    )
    private static let helping = Phrases("phối hợp với, phối hợp cùng, phối hợp")
    private static let leading = Phrases("chủ trì, là cơ quan chủ trì")
    private static let work = Phrases(
        """
        tham mưu, xây dựng, ban hành, tổ chức, triển khai, theo dõi, kiểm tra, hướng dẫn, rà soát, tổng hợp, báo cáo, \
        đề xuất, đôn đốc, thẩm định, cập nhật, bố trí, công bố, trình, đánh giá, tuyên truyền, nghiên cứu, vận hành, giải quyết
        """)
    private static let giving = Phrases("giao, giao cho, giao trách nhiệm cho, đề nghị")
    private static let cooperation = Phrases("phối hợp với, phối hợp cùng, phối hợp chặt chẽ với")
    private static let due = Phrases(
        """
        trước, trước ngày, chậm nhất, hoàn thành trong, hoàn thành trước, xong trước, hạn, thời hạn, đến hết, \
        trước tháng, trong quý, trong tháng, hoàn thành, thường xuyên trong năm, gửi, báo cáo
        """)
    private static let verbs = Phrases(
        """
        chủ trì, tham mưu, xây dựng, ban hành, tổ chức, thực hiện, triển khai, theo dõi, kiểm tra, hướng dẫn, rà soát, \
        tổng hợp, báo cáo, để, trong, nhằm, đề xuất, đôn đốc, phối hợp, hoàn thành, thẩm định, cập nhật, bố trí, \
        tiếp tục, công bố, trình, đánh giá, tuyên truyền, nghiên cứu, căn cứ, có, là, vận hành, giải quyết, hỗ trợ, \
        đẩy mạnh, tăng cường, vận động, giúp, hoàn thiện, khảo sát, thẩm tra, kết nối, chia sẻ, quản lý, giám sát, \
        lập, công khai, chủ động, phát động, cân đối, tiếp nhận, chuyển, khẩn trương, đăng, đôn đốc, phân công, gửi, \
        nhắc, chuẩn bị, phát huy, bảo đảm, đảm bảo, thu hút, thông báo, niêm yết, lựa chọn, tự, nghiêm túc, ưu tiên, \
        căn cứ, đề ra, nâng cao, duy trì, cập nhật, sử dụng, áp dụng, tham gia, bồi dưỡng, đào tạo, ký, xử lý, phải, \
        thường xuyên, kịp thời, chịu, khắc phục, mở, in, phát, đưa, thành lập, tích hợp, cung cấp, đề nghị, xem xét
        """)
    private static let agencies = Phrases(
        """
        sở, các sở, ban, các ban, ủy ban, ubnd, văn phòng, thanh tra, cục, chi cục, công an, bộ chỉ huy, kho bạc, \
        bảo hiểm, đài, báo, các cơ quan, cơ quan, các đơn vị, đơn vị, phòng, các phòng, trung tâm, trường, chủ tịch, \
        thủ trưởng, giám đốc, người đứng đầu, bộ phận, công chức, mặt trận, ngân hàng, hội, tỉnh đoàn, đoàn, viện, \
        các địa phương, ban quản lý, tổ, bộ, quỹ, huyện, xã, các huyện, các xã, chi nhánh, công ty, bưu điện, trạm, \
        hợp tác xã, trưởng thôn, các trưởng thôn, công đoàn, hội đồng, viễn thông, các ngành, lãnh đạo, bí thư, \
        phường, các phường, thị trấn, đặc khu, liên đoàn, ban chỉ đạo, điện lực, đảng ủy, thường trực, phó chủ tịch
        """)
}
