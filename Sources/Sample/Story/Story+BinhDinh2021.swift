import Domain

extension Story {
    /// Bình Định in 2021, on 15/10: one target broken, three at risk, two on course, one holding.
    static let binhDinh2021 = Story(
        year: 2021, province: "BD", period: day("15/12/2020")...day("14/12/2021"),
        today: day("15/10/2021"),
        calendar: WorkCalendar(holidays: [
            day("01/01/2021")...day("01/01/2021"), day("10/02/2021")...day("16/02/2021"),
            day("21/04/2021")...day("21/04/2021"), day("30/04/2021")...day("03/05/2021"),
            day("02/09/2021")...day("03/09/2021"),
        ]),
        diligence: [
            Cast.departments: 80, Cast.districts: 78, "BD-540": 84, "BD-542": 46, "BD-543": 76,
            "BD-544": 62, "BD-545": 66, "BD-546": 50, "BD-547": 70, "BD-548": 62, "BD-549": 82,
            "BD-550": 72, "BD-551": 42, "BD-BDT": 40, "BD-SDL": 45, "BD-SNV": 99, "BD-STP": 95,
        ],
        plans: plans2021, tasks: tasks2021, inspections: inspections2021,
        selfInspections: SelfInspections(
            deadline: day("30/11/2021"),
            open: [
                Cast.departments: 4, Cast.districts: 2, "BD-540": 2, "BD-542": 6, "BD-543": 2,
                "BD-544": 3,
                "BD-545": 4, "BD-546": 5, "BD-547": 3, "BD-548": 3, "BD-549": 1, "BD-550": 2,
                "BD-551": 4,
            ],
            late: 0),
        findings: Findings(
            byProvince: 30, byDistricts: 34, due: 41,
            overdue: ["BD-STNMT": 2, "BD-544": 2, "BD-550": 1], closedLate: 4, closedEarly: 7),
        documents: Documents(byProvince: 22, byDistricts: 6, unchecked: 0),
        targets: targets2021, figures: [])

    /// 171 on time, 18 late, two communes without; 36 bodies with something overdue.
    private static let plans2021 = Plans(
        deadline: day("31/01/2021"), missing: ["BD-22000", "BD-21619"],
        late: [
            Cast.departments: 2, "BD-542": 4, "BD-544": 2, "BD-545": 1, "BD-546": 3, "BD-547": 1,
            "BD-548": 2, "BD-551": 3,
        ],
        lastIssue: day("26/03/2021"), taskCount: 1_311,
        overdue: [
            Cast.departments: 4, Cast.districts: 3, "BD-540": 2, "BD-542": 5, "BD-543": 1,
            "BD-544": 3,
            "BD-545": 3, "BD-546": 4, "BD-547": 2, "BD-548": 3, "BD-550": 2, "BD-551": 4,
        ],
        silent: 9)

    /// Vân Canh lacks one commune and has it scheduled, Vĩnh Thạnh lacks two and has one.
    private static let inspections2021 = Inspections(
        inspector: "BD-SNV", programme: day("29/01/2021"), visits: visits2021, communes: nil,
        districts: [
            DistrictVisits(district: "BD-540", concluded: 8, scheduled: 1),
            DistrictVisits(district: "BD-542", concluded: 3, scheduled: 0),
            DistrictVisits(district: "BD-543", concluded: 6, scheduled: 1),
            DistrictVisits(district: "BD-544", concluded: 5, scheduled: 0),
            DistrictVisits(district: "BD-545", concluded: 6, scheduled: 0),
            DistrictVisits(district: "BD-546", concluded: 1, scheduled: 1),
            DistrictVisits(district: "BD-547", concluded: 6, scheduled: 0),
            DistrictVisits(district: "BD-548", concluded: 6, scheduled: 1),
            DistrictVisits(district: "BD-549", concluded: 5, scheduled: 0),
            DistrictVisits(district: "BD-550", concluded: 4, scheduled: 0),
            DistrictVisits(district: "BD-551", concluded: 2, scheduled: 1),
        ])

    /// Ten bodies concluded (six agencies, four districts); one awaits its notice, two are to come.
    private static let visits2021: [Visit] = [
        concluded("BD-SYT", "30/03/2021", "14/04/2021", 118),
        concluded("BD-544", "11/05/2021", "27/05/2021", 131),
        concluded("BD-550", "26/05/2021", "11/06/2021", 140),
        concluded("BD-STNMT", "08/06/2021", "25/06/2021", 149),
        concluded("BD-SLDTBXH", "29/06/2021", "16/07/2021", 163),
        concluded("BD-549", "20/07/2021", "06/08/2021", 177),
        concluded("BD-SGTVT", "10/08/2021", "27/08/2021", 186),
        concluded("BD-SGDDT", "24/08/2021", "10/09/2021", 194),
        concluded("BD-540", "14/09/2021", "28/09/2021", 203),
        concluded("BD-SKHDT", "23/09/2021", "08/10/2021", 211),
        Visit(body: "BD-SCT", planned: day("05/10/2021"), held: day("05/10/2021")),
        Visit(body: "BD-SXD", planned: day("10/11/2021")),
        Visit(body: "BD-542", planned: day("17/11/2021")),
        Visit(body: "BD-548", planned: day("17/08/2021")),
        Visit(body: "BD-SDL", planned: day("14/09/2021"), cancelled: day("31/08/2021")),
        Visit(
            body: "BD-SYT", kind: .followUp, planned: day("21/09/2021"), held: day("21/09/2021"),
            concluded: day("01/10/2021"), notice: 206),
        Visit(
            body: "BD-SKHCN", inspector: "BD-TTT", kind: .thematic, held: day("15/06/2021"),
            concluded: day("05/07/2021"), notice: 42),
        Visit(
            body: "BD-21712", kind: .sudden, held: day("12/05/2021"), concluded: day("27/05/2021"),
            notice: 132),
        Visit(
            body: "BD-21952", kind: .sudden, held: day("27/05/2021"), concluded: day("11/06/2021"),
            notice: 141),
    ]

    static func concluded(_ body: String, _ held: String, _ concluded: String, _ notice: Int?)
        -> Visit
    {
        Visit(
            body: body, planned: day(held), held: day(held), concluded: day(concluded),
            notice: notice)
    }
}
