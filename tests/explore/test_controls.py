"""Controls: known values, and refusals that say what is taken."""

import re

import numpy as np
import pytest
import traitlets

from b12explain.explore import NAMES, story
from b12explain.explore.controls import BadInput, Choice, Option, Slider, Switch

NBSP = "\N{NO-BREAK SPACE}"
DOSE = Slider("dose_ug", "Dose", 10.0, (0.5, 1.0, 10.0, 5_000.0), "µg", (1.0, 10.0), hint="log scale")
TIMES = Slider("times", "Times a day", 1.0, (1.0, 2.0, 3.0))
ROUTE = Choice(
    "route", "Route", "meal", options=(Option("meal", "in food"), Option("shot", "injected", "needles"))
)
SHOWN = Switch("foods", "foods", True, group="Show", when=("route", ("meal",)))

CONTROLS = [control for name in NAMES for control in story(name).controls]
EVERY = pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.name)


@pytest.mark.parametrize(
    ("control", "value", "message"),
    [
        (DOSE, -3, f"dose_ug takes 0.5 to 5,000{NBSP}µg; got -3"),
        (DOSE, 1e9, f"dose_ug takes 0.5 to 5,000{NBSP}µg; got 1000000000.0"),
        (DOSE, float("nan"), f"dose_ug takes 0.5 to 5,000{NBSP}µg; got nan"),
        (DOSE, "ten", f"dose_ug takes a number from 0.5 to 5,000{NBSP}µg; got 'ten'"),
        (DOSE, True, f"dose_ug takes a number from 0.5 to 5,000{NBSP}µg; got True"),
        (DOSE, None, f"dose_ug takes a number from 0.5 to 5,000{NBSP}µg; got None"),
        (DOSE, 9, "dose_ug moves in steps; the nearest to 9 is 10.0"),
        (TIMES, 4, "times takes 1 to 3; got 4"),
        (ROUTE, "drip", "route takes 'meal', 'shot'; got 'drip'"),
        (ROUTE, True, "route takes 'meal', 'shot'; got True"),
        (SHOWN, "yes", "foods takes True or False; got 'yes'"),
        (SHOWN, 1, "foods takes True or False; got 1"),
    ],
)
def test_refusals_name_the_control_what_it_takes_and_what_it_got(control, value, message):
    with pytest.raises(BadInput, match=f"^{re.escape(message)}$"):
        control.check(value)


@EVERY
def test_every_value_is_taken_and_comes_back_as_it_is_known(control):
    for value in control.values:
        assert control.check(value) == value
        assert type(control.check(value)) is type(value)


@pytest.mark.parametrize(
    ("control", "value", "known"),
    [
        (DOSE, np.int8(10), 10.0),
        (DOSE, np.float32(0.5), 0.5),
        (SHOWN, np.bool_(False), False),
        (ROUTE, np.str_("shot"), "shot"),
    ],
)
def test_what_numpy_makes_is_taken_where_it_equals_a_step(control, value, known):
    taken = control.check(value)
    assert (taken, type(taken)) == (known, type(known))


@pytest.mark.parametrize(
    "value", [np.array([10.0]), [10.0], {"dose": 1}, 10**4_000, "x" * 10**6, np.bool_(True)]
)
def test_what_is_no_single_value_is_refused_in_few_words(value):
    with pytest.raises(BadInput) as refused:
        DOSE.check(value)
    assert len(str(refused.value)) < 200
    if not isinstance(value, np.bool_):
        with pytest.raises(BadInput, match=r"^route takes 'meal', 'shot'; got "):
            ROUTE.check(value)


def test_a_refusal_is_one_of_traitlets_too_so_that_widgets_take_it_back():
    assert issubclass(BadInput, traitlets.TraitError)
    assert issubclass(BadInput, ValueError)


def test_whole_numbers_come_back_as_the_step():
    assert isinstance(DOSE.check(10), float)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Slider("dose_ug", "Dose", 3.0, (1.0, 2.0)),
        lambda: Choice("route", "Route", "drip", options=(Option("meal", "in food"),)),
        lambda: Switch("foods", "foods", "on"),
    ],
)
def test_a_control_cannot_start_where_it_cannot_go(make):
    with pytest.raises(BadInput):
        make()


@pytest.mark.parametrize(("steps", "marks"), [((2.0, 1.0), ()), ((1.0, 1.0), ()), ((1.0, 2.0), (3.0,))])
def test_steps_rise_and_marks_are_steps(steps, marks):
    with pytest.raises(ValueError, match=r"^dose_ug: steps must rise, and marks must be steps$"):
        Slider("dose_ug", "Dose", 1.0, steps, "µg", marks)


def test_what_the_page_gets_of_a_slider():
    assert DOSE.spec() == {
        "kind": "slider", "name": "dose_ug", "label": "Dose", "hint": "log scale", "when": None,
        "steps": [0.5, 1.0, 10.0, 5_000.0], "texts": ["0.5", "1", "10", "5,000"], "marks": [1, 2],
        "unit": "µg", "takes": f"0.5 to 5,000{NBSP}µg",
    }  # fmt: skip


def test_what_the_page_gets_of_the_others():
    assert ROUTE.spec()["options"][1] == {"value": "shot", "label": "injected", "group": "needles"}
    assert (ROUTE.spec()["kind"], ROUTE.spec()["menu"]) == ("choice", False)
    assert SHOWN.spec() == {
        "kind": "switch", "name": "foods", "label": "foods", "hint": "", "group": "Show",
        "when": {"name": "route", "values": ["meal"]},
    }  # fmt: skip


@EVERY
def test_every_control_has_a_label_and_distinct_words_for_its_values(control):
    assert control.label.strip()
    spec = control.spec()
    words = spec.get("texts") or [(option["label"], option["group"]) for option in spec.get("options", ())]
    assert len(set(words)) == len(words)
    assert control.kind in ("slider", "choice", "switch")


@EVERY
def test_a_control_that_hides_names_another_and_its_values(control):
    if control.when:
        name, values = control.when
        assert any(set(values) <= set(one.values) for one in CONTROLS if one.name == name)
