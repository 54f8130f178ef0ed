'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One sound at a time, of one turn: the place that keys, comments and evidence
 * are about. */

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];

/* Of a silence that is skipped, what is left to hear that there was one. */
const KEPT_SILENCE_MS = 300;

const CONTAINERS = [
  { type: 'audio/ogg; codecs=opus', wrap: (bytes) => bytes },
  { type: 'audio/webm; codecs=opus', wrap: oggToWebm },
];

const player = {
  audio: new Audio(),
  turn: null,
  until: null,
  span: null,
  speed: 1,
  skips: false,
  refused: new Set(),
  failed: false,
};

function soundBlock(turn) {
  return turn.clip ? document.getElementById(`sound-${turn.clip.id}`) : null;
}

function container() {
  return CONTAINERS.find(
    ({ type }) => !player.refused.has(type) && player.audio.canPlayType(type) !== ''
  );
}

function bytesOf(block) {
  const text = atob(block.textContent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function position() {
  return Math.round(player.audio.currentTime * 1000);
}

function unload() {
  if (player.audio.src) URL.revokeObjectURL(player.audio.src);
  player.audio.removeAttribute('src');
}

function fail() {
  player.failed = true;
  tell('player');
}

function load(turn) {
  const chosen = container();
  const block = soundBlock(turn);
  unload();
  player.turn = turn;
  if (!block) return false;
  const bytes = chosen?.wrap(bytesOf(block));
  if (!bytes) {
    fail();
    return false;
  }
  player.audio.src = URL.createObjectURL(new Blob([bytes], { type: chosen.type }));
  player.audio.playbackRate = player.speed;
  return true;
}

/* What it was asked to play and could not may play in the other container. */
function tryAnother() {
  const refused = container();
  if (!player.audio.getAttribute('src') || !refused) return;
  player.refused.add(refused.type);
  const ms = position();
  if (load(player.turn)) {
    player.audio.currentTime = ms / 1000;
    start();
  }
}

function choose(turn) {
  if (player.turn === turn) return true;
  player.audio.pause();
  player.until = null;
  player.span = null;
  const loaded = load(turn);
  tell('turn');
  tell('player');
  return loaded;
}

/* A promise that is not kept tells by the event of an error, or because
 * something else was asked for meanwhile. */
function start() {
  player.audio.play().catch(() => {});
}

function seek(turn, ms) {
  if (!choose(turn)) return;
  player.until = null;
  player.audio.currentTime = Math.min(Math.max(ms, 0), turn.clip.duration_ms) / 1000;
  tell('player');
}

function play(turn, from, to) {
  seek(turn, from);
  if (player.turn !== turn || !player.audio.src) return;
  player.until = to ?? null;
  start();
}

function toggle(turn) {
  if (player.turn !== turn) play(turn, 0);
  else if (player.audio.paused) start();
  else player.audio.pause();
}

function step(ms) {
  if (player.turn) seek(player.turn, position() + ms);
}

function setSpeed(speed) {
  player.speed = speed;
  player.audio.playbackRate = speed;
  tell('player');
}

function stepSpeed(by) {
  const at = SPEEDS.indexOf(player.speed) + by;
  setSpeed(SPEEDS[Math.min(Math.max(at, 0), SPEEDS.length - 1)]);
}

function setSkips(skips) {
  player.skips = skips;
  tell('player');
}

function setSpan(from, to) {
  const end = player.turn.clip.duration_ms;
  const [low, high] = [from, to].sort((a, b) => a - b);
  player.span = { from: Math.max(0, Math.round(low)), to: Math.min(end, Math.round(high)) };
  if (player.span.to <= player.span.from) player.span = null;
  tell('player');
}

function clearSpan() {
  player.span = null;
  tell('player');
}

function skipSilence(ms) {
  const silence = (player.turn.clip.silences ?? []).find(
    (one) => ms > one.from_ms + KEPT_SILENCE_MS && ms < one.to_ms - KEPT_SILENCE_MS
  );
  if (silence) player.audio.currentTime = (silence.to_ms - KEPT_SILENCE_MS / 2) / 1000;
}

function tick() {
  const ms = position();
  if (player.until !== null && ms >= player.until) {
    player.until = null;
    player.audio.pause();
  } else if (player.skips && !player.audio.paused) {
    skipSilence(ms);
  }
  tell('place');
}

function frame() {
  if (player.audio.paused) return;
  tick();
  requestAnimationFrame(frame);
}

function goOn() {
  const turns = player.turn.take.turns;
  const next = turns[turns.indexOf(player.turn) + 1];
  tell('player');
  if (next && soundBlock(next)) play(next, 0);
}

function preparePlayer() {
  player.audio.preload = 'auto';
  player.audio.addEventListener('timeupdate', tick);
  player.audio.addEventListener('seeked', () => tell('place'));
  player.audio.addEventListener('pause', () => tell('player'));
  player.audio.addEventListener('ended', goOn);
  player.audio.addEventListener('error', tryAnother);
  player.audio.addEventListener('play', () => {
    tell('player');
    requestAnimationFrame(frame);
  });
}
