'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who says that an answer covers something, by shape: the candidate was asked
 * for it (a ring), claims it (a half), it was heard (a dot), a coach said so in an
 * earlier review (a hollow diamond), the coach who reads this does (a diamond). */

const SHAPES = {
  asked: ['circle', { cx: 8, cy: 8, r: 6.75, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 }],
  claimed: ['path', { d: 'M8 2.5a5.5 5.5 0 0 0 0 11z', fill: 'currentColor' }],
  heard: ['circle', { cx: 8, cy: 8, r: 3.75, fill: 'currentColor' }],
  coach: ['path', { d: 'M8 3.4 12.6 8 8 12.6 3.4 8z', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 }],
  you: ['path', { d: 'M8 2.4 13.6 8 8 13.6 2.4 8z', fill: 'currentColor' }],
  none: ['circle', { cx: 8, cy: 8, r: 1, fill: 'currentColor' }],
};

/* Of several, the weightiest is drawn in the ring. */
const WEIGHTS = ['you', 'coach', 'heard', 'claimed'];

function shape(source) {
  const [tag, properties] = SHAPES[source];
  return draw(tag, { ...properties, class: `sign-${source}` });
}

function sign(sources) {
  if (!sources.length) return signOf(['none']);
  const inner = WEIGHTS.find((source) => sources.includes(source));
  return signOf([sources.includes('asked') ? 'asked' : null, inner ?? null].filter(Boolean));
}

function signOf(shapes) {
  return draw(
    'svg',
    { class: 'sign', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    shapes.map(shape)
  );
}

function sourceName(source) {
  return {
    asked: say('asked'),
    claimed: say('claimed by the candidate'),
    heard: say('heard'),
    coach: say('marked by a coach'),
    you: say('marked by you'),
  }[source];
}

function isCoachHeard() {
  const takes = capsule.answers.flatMap((answer) => answer.takes);
  return takes.some((take) => take.evidence.some((item) => item.source === 'coach'));
}

function legend() {
  const claimed = capsule.blind ? [] : ['claimed'];
  const earlier = isCoachHeard() ? ['coach'] : [];
  const sources = ['asked', ...claimed, 'heard', ...earlier, 'you'];
  return make(
    'p',
    { class: 'legend' },
    sources.map((source) => make('span', {}, sign([source]), ' ', sourceName(source)))
  );
}

const ICONS = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 3h3v10H4zm5 0h3v10H9z',
};

function icon(name) {
  return draw(
    'svg',
    { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    draw('path', { d: ICONS[name], fill: 'currentColor' })
  );
}
