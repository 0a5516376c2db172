"""Health says two words to anybody, and never why."""

import pytest
from django.test import Client

from ketenwijzer.casework.models import Entry


@pytest.mark.parametrize(("path", "word"), [("live", "live\n"), ("ready", "ready\n")])
def test_anybody_may_ask_whether_it_is_well(path, word):
    answer = Client().get(f"/health/{path}")

    assert (answer.status_code, answer.content.decode()) == (200, word)
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_what_is_wrong_is_not_told_to_a_visitor(site):
    (site.keys / "master.key").unlink()
    site.restart_keys()

    answer = Client().get("/health/ready")

    assert (answer.status_code, answer.content) == (503, b"not ready\n")
    assert Client().get("/health/live").status_code == 200


def test_health_is_the_same_word_with_and_without_cases():
    assert not Entry.objects.exists()
    assert Client().get("/health/ready").content == b"ready\n"
    assert Client().post("/health/ready").status_code == 405
