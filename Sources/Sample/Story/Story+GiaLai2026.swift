import Domain

extension Story {
    /// Gia Lai in 2026, on 15/10: every one of the seven verdicts on one page.
    static let giaLai2026 = Story(
        year: 2026, province: "GL", period: day("15/12/2025")...day("14/12/2026"),
        today: day("15/10/2026"),
        calendar: WorkCalendar(holidays: [
            day("01/01/2026")...day("02/01/2026"), day("14/02/2026")...day("22/02/2026"),
            day("26/04/2026")...day("27/04/2026"), day("30/04/2026")...day("01/05/2026"),
            day("31/08/2026")...day("02/09/2026"),
        ]),
        diligence: [
            Cast.departments: 82, "GL": 66, "GL-SNV": 99, "GL-STP": 95, "GL-SNGV": 50,
            "GL-21622": 30, "GL-21997": 28, "GL-21787": 34, "GL-MH71": 26, "GL-MH76": 30,
        ],
        plans: Plans(
            deadline: day("31/01/2026"), missing: [], late: [:], lastIssue: day("30/01/2026"),
            taskCount: 996, overdue: [Cast.departments: 3, "GL": 27], silent: 7),
        tasks: tasks2026, inspections: inspections2026,
        selfInspections: SelfInspections(deadline: day("30/09/2026"), open: ["GL": 6], late: 3),
        findings: Findings(
            byProvince: 66, byDistricts: 0, due: 47, overdue: [:], closedLate: 5, closedEarly: 6),
        documents: Documents(byProvince: 24, byDistricts: 0, unchecked: 2),
        targets: targets2026, figures: figures2026)

    /// 38 of 149 concluded, five agencies and 33 communes; ten more are held or scheduled.
    private static let inspections2026 = Inspections(
        inspector: "GL-SNV", programme: day("28/01/2026"),
        visits: [
            concluded("GL-SNNMT", "24/03/2026", "10/04/2026", nil),
            concluded("GL-SXD", "12/05/2026", "29/05/2026", nil),
            concluded("GL-STC", "16/06/2026", "03/07/2026", nil),
            concluded("GL-SYT", "21/07/2026", "07/08/2026", nil),
            concluded("GL-SVHTTDL", "09/09/2026", "24/09/2026", nil),
            Visit(body: "GL-SCT", planned: day("11/11/2026")),
            Visit(
                body: "GL-SKHCN", inspector: "GL-TTT", kind: .thematic, held: day("10/06/2026"),
                concluded: day("30/06/2026")),
            Visit(
                body: "GL-SNNMT", kind: .followUp, planned: day("22/09/2026"),
                held: day("22/09/2026"),
                concluded: day("02/10/2026")),
        ],
        communes: CommuneVisits(concluded: 33, awaiting: 2, scheduled: 7, slipped: 1, cancelled: 1),
        districts: [])
}
