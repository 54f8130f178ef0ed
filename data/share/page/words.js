'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page's own words: English here, and the candidate's language as the
 * program translated it. */

const RIGHT_TO_LEFT = ['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi'];

let english = own.lang === 'en';

function say(words, values) {
  const told = (english ? undefined : own.words[words]) ?? words;
  return told.replace(/\{(\w+)\}/g, (all, name) => String(values?.[name] ?? all));
}

function listOf(names) {
  return names.join(say(', '));
}

function language() {
  return english ? 'en' : own.lang;
}

function isRightToLeft() {
  return RIGHT_TO_LEFT.includes(language().split('-')[0]);
}

function applyLanguage() {
  document.documentElement.lang = language();
  document.documentElement.dir = isRightToLeft() ? 'rtl' : 'ltr';
}

function timeOf(ms) {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (seconds >= 3600) parts.unshift(Math.floor(seconds / 3600));
  return parts.map((part, index) => (index ? String(part).padStart(2, '0') : part)).join(':');
}

function spanOf(from, to) {
  return to === undefined ? timeOf(from) : `${timeOf(from)}–${timeOf(to)}`;
}

function shareOf(value) {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(value);
}

/* For ears: the figures of a clock are read as a sum. */
function spokenTime(ms) {
  const seconds = Math.floor(ms / 1000);
  return say('{minutes} min {seconds} s', {
    minutes: Math.floor(seconds / 60),
    seconds: seconds % 60,
  });
}
