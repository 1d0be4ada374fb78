"""What the first moves need is worked out beforehand, and is the same as when it is worked out then."""

import numpy as np

from b12explain.explore.stories import damage, remyelination
from b12explain.models import damage as model
from b12explain.models.fibre import bank as module
from b12explain.models.ready import get_ready


def test_what_is_ready_is_not_worked_out_again():
    get_ready([(34.0, 0.5, 1), (34.0, 0.5, 2)]).join()
    misses = module._damage.cache_info().misses
    ready = module.bank(34.0, 0.5, 2)
    assert module._damage.cache_info().misses == misses
    assert np.isfinite(ready.delay_ms).all()


def test_every_first_move_of_damage_is_worked_out_beforehand():
    damage.STORY.prepare().join()
    misses = model._recorded.cache_info().misses
    for state in damage.STORY.sweep():
        damage.STORY.model(**state)
    assert model._recorded.cache_info().misses == misses


def test_stories_get_ready_for_their_presets_and_for_each_step_of_their_first_control():
    it = damage.STORY
    wanted = {(it.at_rest["temperature_c"], round(1 - lost / 100, 6), 1) for lost in damage.MYELIN}
    for preset in it.presets:
        state = it.state(preset=preset)
        wanted.add((state["temperature_c"], round(1 - state["myelin_lost_percent"] / 100, 6), 1))
    assert wanted <= set(damage.LIKELY) | {(33.0, 1.0, 1)}
    it = remyelination.STORY
    states = [it.state(preset=preset) for preset in it.presets]
    wanted = {(33.0, state["thickness_percent"] / 100, int(state["parts"])) for state in states}
    assert wanted <= set(remyelination.LIKELY)
