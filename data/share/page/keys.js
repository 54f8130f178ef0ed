'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same keys as in the program. Those of one letter can be turned off, for
 * who speaks to the computer (WCAG 2.1, section 2.1.4). */

let usesLetters = true;

function isTyping(target) {
  return target instanceof Element && target.matches('textarea, select, input:not([type=radio], [type=checkbox])');
}

/* Those have a use for the key themselves. */
function isPressable(target) {
  return target instanceof Element && target.matches('button, a, summary, input, select');
}

function currentAnswer() {
  const focused = document.activeElement?.closest('.answer');
  const answer = capsule.answers.find((one) => one.element === focused);
  return answer ?? player.turn?.answer ?? capsule.answers[0];
}

function nextAnswer() {
  const at = capsule.answers.indexOf(currentAnswer());
  const next = capsule.answers[at + 1] ?? capsule.answers[at];
  next.element.focus({ preventScroll: true });
  next.element.scrollIntoView();
}

function dimensionInTurn(take) {
  const focused = document.activeElement?.closest('.dimension');
  const named = focused && take.ratingsElement.contains(focused) && focused.dataset.dimension;
  return (
    byId(capsule.dimensions, named) ??
    capsule.dimensions.find((one) => ofTake(take).ratings[one.id] === undefined)
  );
}

function rateByKey(score) {
  const answer = currentAnswer();
  const take = player.turn?.answer === answer ? player.turn.take : currentTake(answer);
  const dimension = take?.ratingsElement && dimensionInTurn(take);
  if (!dimension) return;
  rate(take, dimension.id, score);
  announce(say('{name}: {score} of 5', { name: dimension.name, score }));
  const fields = [...take.ratingsElement.querySelectorAll('.dimension')];
  const at = fields.findIndex((field) => field.dataset.dimension === dimension.id);
  (fields[at + 1] ?? fields[at]).querySelector('input').focus();
}

function playOrPause() {
  const answer = currentAnswer();
  const first = currentTake(answer)?.turns.find(soundBlock);
  const turn = player.turn?.answer === answer ? player.turn : first;
  if (turn) toggle(turn);
}

function commentHere() {
  if (player.turn?.clip) addComment(player.turn);
}

function beginSpan() {
  if (player.turn?.clip) setSpan(position(), player.span?.to ?? player.turn.clip.duration_ms);
}

function endSpan() {
  if (player.turn?.clip) setSpan(Math.min(player.span?.from ?? 0, position()), position());
}

const LETTERS = {
  m: commentHere,
  n: nextAnswer,
  '+': () => stepSpeed(1),
  '-': () => stepSpeed(-1),
  '[': beginSpan,
  ']': endSpan,
};

function letterDeed(key) {
  if (!usesLetters) return null;
  if (/^[1-5]$/.test(key)) return () => rateByKey(Number(key));
  return LETTERS[key.toLowerCase()] ?? null;
}

function stepDeed(event) {
  const forward = (event.key === 'ArrowRight') !== isRightToLeft();
  const size = event.shiftKey ? 1000 : 5000;
  return () => step(forward ? size : -size);
}

function deedOf(event) {
  if (event.key === 'Escape') return player.span ? clearSpan : null;
  const letter = letterDeed(event.key);
  if (letter || isPressable(event.target)) return letter;
  if (event.key === ' ') return playOrPause;
  if (['ArrowLeft', 'ArrowRight'].includes(event.key) && player.turn) return stepDeed(event);
  return null;
}

function pressKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.defaultPrevented || isTyping(event.target)) return;
  const deed = deedOf(event);
  if (!deed) return;
  event.preventDefault();
  deed();
}

function keyTable() {
  const arrows = isRightToLeft() ? ['→', '←'] : ['←', '→'];
  return [
    [[say('Space')], say('play or pause')],
    [arrows, say('5 seconds back or on; with Shift, 1 second')],
    [['+', '−'], say('faster or slower')],
    [['M'], say('comment here')],
    [['[', ']'], say('a span from here, to here')],
    [['1–5'], say('rate, and go to the next dimension')],
    [['N'], say('the next answer')],
    [[say('Esc')], say('no span any more')],
  ];
}

/* What stands on a key is not turned around. */
function keyCaps(keys) {
  return keys.flatMap((key) => [make('kbd', { dir: 'auto' }, key), ' ']);
}

function keysHelp() {
  const input = make('input', {
    type: 'checkbox',
    change: () => {
      usesLetters = input.checked;
    },
  });
  const show = () => {
    input.checked = usesLetters;
  };
  when('player', show);
  show();
  return make(
    'details',
    { class: 'keys no-print' },
    make('summary', {}, say('Keys')),
    make(
      'dl',
      {},
      keyTable().map(([keys, deed]) =>
        make('div', {}, make('dt', {}, keyCaps(keys)), make('dd', {}, deed))
      )
    ),
    make('p', {}, make('label', {}, input, ' ', say('Use keys of one letter, figure or sign')))
  );
}
