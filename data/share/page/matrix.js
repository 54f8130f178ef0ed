'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was looked for, against the answers. A press in a cell says that the
 * answer shows it, a second one takes that back. */

function coachItems(answer, kind, target) {
  return answer.takes.flatMap((take) =>
    ofTake(take)
      .evidence.filter((item) => item.kind === kind && item.target === target)
      .map((item) => ({ take, item }))
  );
}

function sourcesOf(answer, kind, target) {
  const found = new Set();
  if (isAsked(answer, kind, target)) found.add('asked');
  for (const item of currentTake(answer)?.evidence ?? []) {
    if (item.kind === kind && item.target === target) found.add(item.source);
  }
  if (coachItems(answer, kind, target).length) found.add('you');
  return [...found];
}

function takeBack(items) {
  for (const { take, item } of items) {
    const said = ofTake(take);
    said.evidence = said.evidence.filter((one) => one !== item);
  }
  changed();
  tell('evidence');
}

/* The one in which a span is chosen, or else the one that counts. */
function takeInHand(answer) {
  const { turn, span } = player;
  return span && turn.answer === answer ? turn.take : currentTake(answer);
}

function pressCell(answer, kind, target) {
  const items = coachItems(answer, kind, target);
  const name = targetName(kind, target);
  if (items.length) {
    takeBack(items);
    announce(say('{name}: taken back', { name }));
  } else if (addEvidence(takeInHand(answer), kind, target)) {
    announce(say('{name}: marked by you', { name }));
  } else {
    announce(say('There is no recording of this.'));
  }
}

function cellLabel(answer, name, sources) {
  const known = listOf(sources.map(sourceName)) || say('nothing yet');
  return say('{name}, answer {number}: {known}', { name, number: answer.number, known });
}

function cellButton(answer, kind, target) {
  const element = make('button', {
    type: 'button',
    class: 'cell',
    'data-number': answer.number,
    click: () => pressCell(answer, kind, target.id),
  });
  const show = () => {
    const sources = sourcesOf(answer, kind, target.id);
    element.replaceChildren(sign(sources));
    element.setAttribute('aria-label', cellLabel(answer, target.name, sources));
    element.setAttribute('aria-pressed', String(sources.includes('you')));
  };
  when('evidence', show);
  show();
  return element;
}

function beginsRound(answer, index) {
  return index > 0 && capsule.answers[index - 1].round !== answer.round;
}

function cellOf(answer, index, kind, target) {
  return make(
    'td',
    { role: 'cell', class: beginsRound(answer, index) ? 'begins' : undefined },
    cellButton(answer, kind, target)
  );
}

function isCovered(kind, target) {
  return capsule.answers.some((answer) =>
    sourcesOf(answer, kind, target.id).some((source) => source !== 'asked')
  );
}

function isAskedAnywhere(kind, target) {
  return capsule.answers.some((answer) => isAsked(answer, kind, target.id));
}

/* Of a few answers nobody expects what no question asked for. */
function isGap(kind, target) {
  return isAskedAnywhere(kind, target) && !isCovered(kind, target);
}

function rowOf(kind, target) {
  const row = make(
    'tr',
    { role: 'row' },
    make('th', { scope: 'row', role: 'rowheader' }, asked('span', target.name)),
    capsule.answers.map((answer, index) => cellOf(answer, index, kind, target))
  );
  const show = () => row.classList.toggle('is-gap', isGap(kind, target));
  row.classList.toggle('not-asked', !isAskedAnywhere(kind, target));
  when('evidence', show);
  show();
  return row;
}

function columnHead(answer, index) {
  const label = say('Answer {number}', { number: answer.number });
  return make(
    'th',
    { scope: 'col', role: 'columnheader', class: beginsRound(answer, index) ? 'begins' : undefined },
    make('a', { href: `#answer-${answer.number}`, 'aria-label': label }, answer.number)
  );
}

function groupOf(label, kind) {
  const targets = targetsOf(kind);
  if (!targets.length) return null;
  return make(
    'tbody',
    { role: 'rowgroup' },
    make(
      'tr',
      { role: 'row', class: 'group' },
      make('th', { scope: 'rowgroup', role: 'rowheader', colspan: capsule.answers.length + 1 }, label)
    ),
    targets.map((target) => rowOf(kind, target))
  );
}

function gapsText() {
  const names = [
    ...capsule.principles.filter((target) => isGap('principle', target)),
    ...capsule.checklist.filter((target) => isGap('checklist', target)),
  ].map((target) => target.name);
  if (!names.length) return say('Everything that was asked for is shown somewhere.');
  return say('Asked for, and nothing shows it yet: {names}.', { names: listOf(names) });
}

function gapsOf() {
  const element = make('p', { class: 'gaps', dir: 'auto' });
  const show = () => {
    element.textContent = gapsText();
  };
  when('evidence', show);
  show();
  return element;
}

function matrixTable() {
  return make(
    'table',
    { class: 'matrix', role: 'table', 'aria-label': say('What the answers show') },
    make(
      'thead',
      { role: 'rowgroup' },
      make(
        'tr',
        { role: 'row' },
        make('td', { role: 'cell' }),
        capsule.answers.map(columnHead)
      )
    ),
    groupOf(say('Principles'), 'principle'),
    groupOf(say('Checklist'), 'checklist')
  );
}

function matrixSection() {
  return make(
    'section',
    { id: 'matrix', 'aria-labelledby': 'matrix-title' },
    make('h2', { id: 'matrix-title' }, say('What the answers show')),
    gapsOf(),
    legend(),
    make('div', { class: 'wide' }, matrixTable()),
    make('p', { class: 'dim no-print' }, say('Press a cell to mark what an answer shows. A span that you have chosen in its recording goes along.'))
  );
}
