"""Every page that the browser tests visit, in one table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """An address of the sample of 2021, and who looks at it."""

    path: str
    signed_in: bool = False
    """Whether it is for people who have signed in, who also see the forms."""

    status: int = 200

    def __str__(self) -> str:
        return self.path + (" (signed in)" if self.signed_in else "")


VISITOR = [
    Page("/2021"),
    Page("/2021?as=leader"),
    Page("/2021?on=2021-06-30"),
    Page("/2021/plan"),
    Page("/2021/targets/{target}"),
    Page("/2021/targets/{target}?show=missing"),
    Page("/2021/tasks"),
    Page("/2021/tasks?source=agencies&state=openLate"),
    Page("/2021/tasks/1"),
    Page("/2021/tasks/boxes?by=agency"),
    Page("/2021/tasks/timeline"),
    Page("/settings/calendar?year=2021"),
    Page("/agencies"),
    Page("/agencies/BD-SNV"),
    Page("/2021/agency-plans"),
    Page("/2021/inspections"),
    Page("/2021/inspections/1"),
    Page("/2021/self-inspections"),
    Page("/2021/findings"),
    Page("/2021/findings/1"),
    Page("/2021/documents"),
    Page("/2021/documents/1"),
    Page("/agencies/BD-SNV/people"),
    Page("/people/3"),
    Page("/plans"),
    Page("/sign-in"),
    Page("/public/journal"),
    Page("/2020/index"),
    Page("/2020/index/departments"),
    Page("/2020/index/departments/map"),
    Page("/2020/index/departments/BD-SNV"),
    Page("/2021/index/departments"),
    Page("/criteria"),
    Page("/criteria/3?with=1"),
    Page("/khong-co", status=404),
    Page("/2021?on=31/02/2021", status=400),
]

SIGNED_IN = [
    Page("/2021", signed_in=True),
    Page("/2021/targets/{target}", signed_in=True),
    Page("/plans", signed_in=True),
    Page("/plans/new", signed_in=True),
    Page("/agencies/import", signed_in=True),
    Page("/agencies/successions", signed_in=True),
    Page("/2021/inspections/new", signed_in=True),
    Page("/2021/inspections/import", signed_in=True),
    Page("/2021/inspections/1", signed_in=True),
    Page("/2021/findings/new", signed_in=True),
    Page("/2021/agency-plans/new", signed_in=True),
    Page("/2021/documents/new", signed_in=True),
    Page("/2021/tasks/1", signed_in=True),
    Page("/2021/tasks/1/terms", signed_in=True),
    Page("/2021/tasks/new", signed_in=True),
    Page("/2021/tasks/import", signed_in=True),
    Page("/2021/officials?agency=BD-SNV", signed_in=True),
    Page("/settings/calendar?year=2021", signed_in=True),
    Page("/settings/calendar/import", signed_in=True),
    Page("/account", signed_in=True),
    Page("/account/password", signed_in=True),
    Page("/account/second-factor", signed_in=True),
    Page("/accounts", signed_in=True),
    Page("/accounts/new", signed_in=True),
    Page("/accounts/import", signed_in=True),
    Page("/accounts/quantri", signed_in=True),
    Page("/settings/sign-in", signed_in=True),
    Page("/journal", signed_in=True),
    Page("/people", signed_in=True),
    Page("/people/3", signed_in=True),
    Page("/people/import", signed_in=True),
    Page("/agencies/BD-SNV/duties", signed_in=True),
    Page("/posts/new?agency_code=BD-SNV", signed_in=True),
    Page("/posts/3", signed_in=True),
    Page("/posts/3/hand-over", signed_in=True),
    Page("/late-form", signed_in=True, status=404),
    Page("/journal?action=target.accepted", signed_in=True),
    Page("/journal?who=khongco", signed_in=True),
    Page("/journal/1", signed_in=True),
    Page("/server", signed_in=True),
    Page("/2021/index/departments", signed_in=True),
    Page("/2021/index/departments/BD-SYT", signed_in=True),
    Page("/2021/index/departments/BD-SYT/self-score", signed_in=True),
    Page("/2021/index/departments/BD-SYT/points", signed_in=True),
    Page("/2021/index/rounds", signed_in=True),
    Page("/criteria/import", signed_in=True),
]

ALL = VISITOR + SIGNED_IN
