'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An answer: its question, its takes, what stands out in them, and ratings. */

const SCORES = [1, 2, 3, 4, 5];

function targetsOf(kind) {
  return kind === 'principle' ? capsule.principles : capsule.checklist;
}

function targetName(kind, id) {
  return byId(targetsOf(kind), id)?.name ?? id;
}

function isAsked(answer, kind, id) {
  return answer.asked[kind === 'principle' ? 'principles' : 'checklist'].includes(id);
}

function currentTake(answer) {
  return answer.takes.find((take) => take.current) ?? answer.takes[0];
}

function kicker(answer) {
  const round = capsule.rounds[answer.round];
  const name = say('Answer {number}', { number: answer.number });
  return make(
    'p',
    { class: 'kicker' },
    name,
    round ? [' · ', asked('span', round.title)] : null,
    round?.interviewer ? [' · ', asked('span', round.interviewer)] : null
  );
}

function askedChips(answer) {
  const names = [
    ...answer.asked.principles.map((id) => targetName('principle', id)),
    ...answer.asked.checklist.map((id) => targetName('checklist', id)),
  ];
  if (!names.length) return null;
  return make(
    'ul',
    { class: 'chips', 'aria-label': say('Asked about') },
    names.map((name) => make('li', {}, sign(['asked']), ' ', asked('span', name)))
  );
}

function exhibitOf(answer) {
  const exhibit = answer.exhibit && byId(capsule.exhibits, answer.exhibit);
  if (!exhibit) return null;
  const image = make('img', { alt: exhibit.title });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(exhibit.svg)}`;
  return make(
    'figure',
    {},
    image,
    make('figcaption', {}, asked('span', exhibit.title)),
    make('details', {}, make('summary', {}, say('In words')), asked('p', exhibit.words))
  );
}

function aside(label, string) {
  if (!string) return null;
  return make('div', { class: 'aside' }, make('span', { class: 'label' }, label), written('p', string));
}

function evidenceWhere(take, item) {
  const turn = take.turns[item.turn];
  if (item.from_ms === undefined || item.from_ms < 0 || !turn || !soundBlock(turn)) return null;
  return placeButton(turn, item);
}

function givenEvidence(take) {
  return take.evidence.map((item) =>
    make(
      'li',
      {},
      sign([item.source]),
      make('span', {}, asked('span', targetName(item.kind, item.target)), ' '),
      make('span', { class: 'dim' }, sourceName(item.source)),
      evidenceWhere(take, item)
    )
  );
}

function dropEvidence(take, item) {
  const said = ofTake(take);
  said.evidence = said.evidence.filter((one) => one !== item);
  changed();
  tell('evidence');
}

function coachEvidence(take) {
  return ofTake(take).evidence.map((item) => {
    const name = targetName(item.kind, item.target);
    const turn = take.turns.find((one) => one.clip?.id === item.clip);
    return make(
      'li',
      {},
      sign(['you']),
      asked('span', name),
      turn && soundBlock(turn) ? placeButton(turn, item) : null,
      button('×', () => dropEvidence(take, item), {
        class: 'remove',
        'aria-label': say('Remove: {name}', { name }),
      })
    );
  });
}

function marksOf(take) {
  return take.marks.map((mark) =>
    make(
      'li',
      {},
      make('span', { class: 'dim' }, say('Mark')),
      mark.note ? written('span', mark.note) : null,
      evidenceWhere(take, mark)
    )
  );
}

/* The place that the coach is at, or else the whole of the first recording. */
function evidencePlace(take) {
  const turn = take.turns.find((one) => one === player.turn && one.clip);
  if (turn && player.span) return { turn, from: player.span.from, to: player.span.to };
  const whole = turn ?? take.turns.find((one) => one.clip);
  return whole ? { turn: whole, from: 0, to: whole.clip.duration_ms } : null;
}

function addEvidence(take, kind, target) {
  const place = evidencePlace(take);
  if (!place) return false;
  ofTake(take).evidence.push({
    id: newId(),
    kind,
    target,
    clip: place.turn.clip.id,
    from_ms: place.from,
    to_ms: place.to,
  });
  changed();
  tell('evidence');
  return true;
}

function targetOptions(kind) {
  return targetsOf(kind).map((target) =>
    asked('option', target.name, { value: `${kind} ${target.id}` })
  );
}

function targetGroup(label, kind) {
  if (!targetsOf(kind).length) return null;
  return make('optgroup', { label }, targetOptions(kind));
}

function evidenceAdder(take) {
  if (!take.turns.some((turn) => turn.clip)) return null;
  const select = make(
    'select',
    {
      'aria-label': say('What this answer shows'),
      change: () => {
        const [kind, target] = select.value.split(' ');
        if (target && addEvidence(take, kind, target)) {
          announce(say('{name}: marked by you', { name: targetName(kind, target) }));
        }
        select.value = '';
      },
    },
    make('option', { value: '' }, say('It shows…')),
    targetGroup(say('Principles'), 'principle'),
    targetGroup(say('Checklist'), 'checklist')
  );
  return make('p', { class: 'adder' }, select);
}

function findings(take) {
  const list = make('ul', { class: 'findings' });
  const show = () => {
    list.replaceChildren(...givenEvidence(take), ...coachEvidence(take), ...marksOf(take));
    list.hidden = !list.childElementCount;
  };
  when('evidence', show);
  show();
  return make('div', {}, part(take, say('What it shows')), list, evidenceAdder(take));
}

function rate(take, dimension, score) {
  ofTake(take).ratings[dimension] = score;
  changed();
  tell('ratings');
}

function unrate(take, dimension) {
  delete ofTake(take).ratings[dimension];
  changed();
  tell('ratings');
}

function scoreOf(take, dimension, score) {
  const input = make('input', {
    type: 'radio',
    name: `${take.id} ${dimension.id}`,
    value: score,
    'aria-label': `${score}`,
    change: () => rate(take, dimension.id, score),
  });
  const show = () => {
    input.checked = ofTake(take).ratings[dimension.id] === score;
  };
  when('ratings', show);
  show();
  return make('label', { class: 'score' }, input, make('span', { 'aria-hidden': 'true' }, score));
}

function clearButton(take, dimension) {
  const element = button(say('Clear'), () => unrate(take, dimension.id), {
    class: 'quiet',
    'aria-label': say('Clear: {name}', { name: dimension.name }),
  });
  const show = () => {
    element.classList.toggle('away', ofTake(take).ratings[dimension.id] === undefined);
  };
  when('ratings', show);
  show();
  return element;
}

function anchorsOf(dimension) {
  return make(
    'dl',
    { class: 'anchors' },
    Object.entries(dimension.anchors ?? {}).map(([score, text]) =>
      make('div', {}, make('dt', {}, score), asked('dd', text))
    )
  );
}

function ownRating(take, dimension) {
  const rating = take.ratings?.find((one) => one.dimension === dimension.id);
  if (!rating) return null;
  return make('span', { class: 'dim' }, say('Own rating: {score}', { score: rating.score }));
}

function dimensionField(take, dimension) {
  return make(
    'fieldset',
    { class: 'dimension', 'data-dimension': dimension.id },
    make('legend', {}, asked('span', dimension.name)),
    make(
      'div',
      { class: 'scores' },
      SCORES.map((score) => scoreOf(take, dimension, score)),
      ownRating(take, dimension),
      clearButton(take, dimension)
    ),
    anchorsOf(dimension)
  );
}

function ratingsOf(take) {
  if (!capsule.dimensions.length) return null;
  take.ratingsElement = make(
    'div',
    { class: 'ratings' },
    part(take, say('Your rating')),
    make('div', { class: 'dimensions' }, capsule.dimensions.map((one) => dimensionField(take, one)))
  );
  return take.ratingsElement;
}

function deliveryOf(take) {
  const delivery = take.delivery;
  if (!delivery) return null;
  const parts = [
    say('Talked for {time}, of about {suggested}.', {
      time: timeOf(delivery.talk_ms),
      suggested: timeOf(delivery.suggested_ms),
    }),
  ];
  if (delivery.silent_share !== undefined) {
    parts.push(say('Silent for {share} of it.', { share: shareOf(delivery.silent_share) }));
  }
  return make('p', { class: 'dim' }, parts.join(' '));
}

function takeHeading(take) {
  if (!take.title) return null;
  return make('h3', {}, take.current ? `${take.title} · ${say('the latest')}` : take.title);
}

/* What a coach said of an earlier take, and this one was given in answer to. */
function answeredBy(take) {
  if (!take.answers) return null;
  const about = byId(take.answer.takes, take.answers.take);
  const turn = about.turns[take.answers.turn];
  const where = { number: about.number, coach: take.answers.coach };
  const label = take.answers.coach
    ? say('In answer to {coach}, about take {number}', where)
    : say('In answer to a comment about take {number}', where);
  const block = aside(label, take.answers.text);
  if (soundBlock(turn)) block.append(placeButton(turn, take.answers));
  return block;
}

function takeBlock(take) {
  return make(
    'div',
    { class: 'take' },
    takeHeading(take),
    answeredBy(take),
    deliveryOf(take),
    take.turns.map(turnSection),
    findings(take),
    ratingsOf(take)
  );
}

function takesInOrder(answer) {
  const current = currentTake(answer);
  return [current, ...answer.takes.filter((take) => take !== current)].filter(Boolean);
}

function answerArticle(answer) {
  answer.element = make(
    'article',
    { id: `answer-${answer.number}`, class: 'answer', tabindex: -1, 'aria-labelledby': `question-${answer.number}` },
    kicker(answer),
    asked('h2', answer.question.text, { id: `question-${answer.number}` }),
    askedChips(answer),
    aside(say('Please listen for'), answer.listen_for),
    exhibitOf(answer),
    aside(say('The candidate’s note'), answer.note),
    takesInOrder(answer).map((take) => takeBlock(take))
  );
  return answer.element;
}
