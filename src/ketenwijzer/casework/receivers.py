"""To whom one can refer: the partners that offer a service, and never where a shelter is."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from .access import OpenCase
from .directory import SECRET
from .errors import NotFound
from .models import Organisation
from .position import agreement

MOST = 200


@dataclass(frozen=True, slots=True)
class Receiver:
    """A partner to refer to. The region of a secret place is not told."""

    id: UUID
    name: str
    role: str
    region: str
    on_paper: bool


def receivers_for(case: OpenCase, service: str, region: str = "") -> list[Receiver]:
    """Return the partners that offer a service, those of the own region first."""
    found = partners_of(case).filter(role__in=agreement().services[service].receivers)
    own = case.member.organisation
    near = own.region if own else ""
    told = [_receiver(one) for one in found[:MOST]]
    if region:
        told = [one for one in told if one.region == region]
    return sorted(told, key=lambda one: (one.region != near, one.name))


def partners_of(case: OpenCase, *, own: bool = False) -> QuerySet[Organisation]:
    """Return the partners that something of a case can be given to."""
    barred = case.state.barred_organisations
    mine = case.member.organisation_id
    left_out = barred if own or mine is None else barred | {mine}
    return Organisation.objects.filter(active=True).exclude(id__in=left_out)


def receiver_of(case: OpenCase, receiver: UUID, service: str) -> Organisation:
    """Return a partner that offers a service; raises `NotFound` for any other."""
    roles = agreement().services[service].receivers
    found = partners_of(case).filter(id=receiver, role__in=roles).first()
    if found is None:
        raise NotFound
    return found


def regions_of(receivers: Iterable[Receiver]) -> list[str]:
    """Return the regions that may be told."""
    return sorted({one.region for one in receivers if one.region})


def _receiver(one: Organisation) -> Receiver:
    region = "" if one.role in SECRET else one.region
    return Receiver(one.id, one.name, one.role, region, one.on_paper)
