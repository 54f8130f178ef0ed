'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A turn's sound as bars, over which one seeks, chooses a span, and sees where
 * something was said about it. It is a slider to those who don't see it. */

const WAVE_WIDTH = 1000;
const WAVE_HEIGHT = 56;
const BARS = 200;

/* Less of a movement is a click. */
const DRAG_PX = 4;

function peaksOf(clip) {
  return Uint8Array.from(atob(clip.peaks ?? ''), (letter) => letter.charCodeAt(0));
}

function barsOf(clip) {
  const peaks = peaksOf(clip);
  return Array.from({ length: BARS }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / BARS);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / BARS));
    return peaks.subarray(from, to).reduce((most, peak) => Math.max(most, peak), 0);
  });
}

function barPath(clip) {
  const step = WAVE_WIDTH / BARS;
  return barsOf(clip)
    .map((peak, bar) => {
      const half = Math.max(1, (peak / 255) * (WAVE_HEIGHT / 2 - 2));
      return `M${((bar + 0.5) * step).toFixed(1)} ${(WAVE_HEIGHT / 2 - half).toFixed(1)}v${(2 * half).toFixed(1)}`;
    })
    .join('');
}

function xOf(clip, ms) {
  return (Math.min(Math.max(ms / clip.duration_ms, 0), 1) * WAVE_WIDTH).toFixed(1);
}

function band(clip, from, to, className) {
  const x = xOf(clip, from);
  const width = Math.max(3, xOf(clip, to) - x);
  return draw('rect', { class: className, x, y: 0, width, height: WAVE_HEIGHT });
}

function pin(clip, ms, className) {
  return draw('rect', { class: className, x: xOf(clip, ms), y: 0, width: 3, height: WAVE_HEIGHT });
}

function spot(clip, item, className) {
  const shapes = [pin(clip, item.from_ms, className)];
  if (item.to_ms > item.from_ms) {
    shapes.unshift(band(clip, item.from_ms, item.to_ms, `${className} band`));
  }
  return shapes;
}

function spotsOf(turn) {
  const { clip, take } = turn;
  const said = ofTake(take);
  const here = (item) => item.turn === turn.index && item.from_ms >= 0;
  return [
    ...(clip.muted ?? []).map((one) => band(clip, one.from_ms, one.to_ms, 'muted')),
    ...(clip.gaps ?? []).map((gap) => pin(clip, gap.at_ms, 'gap')),
    ...(clip.cuts ?? []).map((cut) => pin(clip, cut.at_ms, 'gap')),
    ...take.marks.filter(here).flatMap((mark) => spot(clip, mark, 'mark')),
    ...said.comments
      .filter((comment) => comment.clip === clip.id)
      .flatMap((comment) => spot(clip, comment, 'comment')),
  ];
}

function frameOf() {
  return draw('svg', {
    viewBox: `0 0 ${WAVE_WIDTH} ${WAVE_HEIGHT}`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
}

function layersOf(clip, id) {
  const played = draw('rect', { x: 0, y: 0, width: 0, height: WAVE_HEIGHT });
  return {
    spots: draw('g', {}),
    ahead: draw('path', { class: 'ahead', d: barPath(clip) }),
    played,
    cover: draw('clipPath', { id }, played),
    bars: draw('path', { class: 'played', d: barPath(clip), 'clip-path': `url(#${id})` }),
    span: draw('rect', { class: 'span', y: 0, width: 0, height: WAVE_HEIGHT }),
    head: draw('rect', { class: 'head', y: 0, width: 3, height: WAVE_HEIGHT }),
  };
}

function showSpan(rect, clip, span) {
  rect.setAttribute('x', span ? xOf(clip, span.from) : 0);
  rect.setAttribute('width', span ? xOf(clip, span.to) - xOf(clip, span.from) : 0);
}

function showPlace(turn, slider, layers) {
  const ms = player.turn === turn ? Math.min(position(), turn.clip.duration_ms) : 0;
  const x = xOf(turn.clip, ms);
  layers.played.setAttribute('width', x);
  layers.head.setAttribute('x', x);
  layers.head.setAttribute('visibility', player.turn === turn ? 'visible' : 'hidden');
  slider.setAttribute('aria-valuenow', Math.round(ms / 1000));
  slider.setAttribute('aria-valuetext', spokenTime(ms));
}

function timeAt(slider, clip, event) {
  const box = slider.getBoundingClientRect();
  const share = (event.clientX - box.left) / box.width;
  const along = isRightToLeft() ? 1 - share : share;
  return Math.min(Math.max(along, 0), 1) * clip.duration_ms;
}

/* A drag chooses a span, a click a place. */
function followPointer(slider, turn) {
  let from = null;
  let drags = false;
  slider.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    from = event;
    drags = false;
    slider.setPointerCapture(event.pointerId);
  });
  slider.addEventListener('pointermove', (event) => {
    drags = drags || (from && Math.abs(event.clientX - from.clientX) > DRAG_PX);
    if (!from || !drags || !choose(turn)) return;
    setSpan(timeAt(slider, turn.clip, from), timeAt(slider, turn.clip, event));
  });
  slider.addEventListener('pointerup', (event) => {
    if (from && !drags) seek(turn, timeAt(slider, turn.clip, event));
    else if (from && player.span) seek(turn, player.span.from);
    from = null;
  });
  slider.addEventListener('pointercancel', () => {
    from = null;
  });
}

function seekByKey(turn, event) {
  const back = isRightToLeft() ? 'ArrowRight' : 'ArrowLeft';
  const size = event.shiftKey ? 1000 : 5000;
  const now = player.turn === turn ? position() : 0;
  const places = {
    ArrowLeft: now + (back === 'ArrowLeft' ? -size : size),
    ArrowRight: now + (back === 'ArrowRight' ? -size : size),
    ArrowUp: now + size,
    ArrowDown: now - size,
    PageUp: now + 30000,
    PageDown: now - 30000,
    Home: 0,
    End: turn.clip.duration_ms,
  };
  if (!(event.key in places) || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  seek(turn, places[event.key]);
}

function sliderOf(turn, drawing) {
  return make(
    'div',
    {
      class: 'wave',
      role: 'slider',
      tabindex: 0,
      'aria-label': say('Position in: {title}', { title: turn.title }),
      'aria-valuemin': 0,
      'aria-valuemax': Math.round(turn.clip.duration_ms / 1000),
      keydown: (event) => seekByKey(turn, event),
    },
    drawing
  );
}

function waveform(turn) {
  const layers = layersOf(turn.clip, `cover-${turn.clip.id}`);
  const { spots, ahead, cover, bars, span, head } = layers;
  const drawing = fill(frameOf(), {}, [cover, spots, ahead, bars, span, head]);
  const slider = sliderOf(turn, drawing);
  const place = () => showPlace(turn, slider, layers);
  const choice = () => showSpan(span, turn.clip, player.turn === turn ? player.span : null);
  const points = () => spots.replaceChildren(...spotsOf(turn));
  followPointer(slider, turn);
  for (const event of ['place', 'turn', 'player']) when(event, place);
  for (const event of ['turn', 'player']) when(event, choice);
  when('review', points);
  for (const show of [place, choice, points]) show();
  return slider;
}
