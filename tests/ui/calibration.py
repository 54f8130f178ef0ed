# SPDX-License-Identifier: GPL-3.0-or-later
"""What a coach heard differently is heard, one recording after another, and what the coach missed is drilled."""

import steps
import tap
from app import App
from coach import COMMENT, differing_review_of, export, save, score_of
from library import onsite
from nodes import Role, State
from stage import Stage


def missed(capsule):
    """What was asked for in those two answers, and is in no evidence."""
    first, second = (answer['asked']['principles'] for answer in capsule['answers'][:2])
    asked = {*first, *second[1:]} - {second[0]}
    return [one['name'] for one in capsule['principles'] if one['id'] in asked]


def opinion(capsule, review, at):
    own = score_of(capsule['answers'][at], capsule['dimensions'][0]['id'])
    coach = review['answers'][at]['ratings'][0]['score']
    return f'You {own}, Ada {coach}'


def press_row(app, name):
    app.reach(name, Role.LIST_ITEM)
    app.press('Return')


def take_tour(app, capsule, review):
    press_row(app, 'Hear Where You Differ')
    app.says('1 of 2')
    app.says(capsule['answers'][1]['question']['text'])
    app.says(opinion(capsule, review, 1))
    app.says(capsule['dimensions'][0]['name'])
    app.find('Pause')
    app.press('space')
    app.find('Play')
    press_row(app, COMMENT)
    app.find('Pause')
    app.press('n')
    app.says('2 of 2')
    app.says(opinion(capsule, review, 0))
    app.gone(COMMENT)
    app.press('p')
    app.says('1 of 2')
    app.click('Next')
    app.says('2 of 2')
    app.click('Previous')
    app.says('1 of 2')


def hear_to_the_end(app):
    """Each goes on to the next one by itself."""
    app.press('End')
    app.says('2 of 2')
    assert not app.look('That was the last one.')
    app.find('Pause')
    app.press('End')
    app.says('That was the last one.')
    app.click('Stop')
    app.says('What Coaches Say')


def drill(app, name):
    press_row(app, f'Drill {name}')
    app.find('Begin')
    app.find('Drill', Role.RADIO_BUTTON, lambda node: node.has(State.CHECKED))
    app.says(name)


@tap.test
def _calibration():
    """Where a coach differs is heard from the furthest apart on, to its end by itself; what was missed is drilled."""
    with Stage(tap.BUILD) as stage:
        home = stage.new_home()
        capsule = export(stage, home, '--include-ratings')
        review = differing_review_of(capsule)
        onsite(stage, home, 'import', save(home, 'ada', review))
        with App(stage, home) as app:
            app.find('Start a Full Loop')
            press_row(app, steps.LATELY)
            app.says('What Coaches Say')
            take_tour(app, capsule, review)
            hear_to_the_end(app)
            drill(app, missed(capsule)[0])


if __name__ == '__main__':
    tap.main()
