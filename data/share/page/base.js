'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program wrote into this file, and the few helpers by which all that
 * is seen is built. Text becomes text and nothing else: there is no way here to
 * have it read as markup. */

const capsule = JSON.parse(document.getElementById('capsule').textContent);
const own = JSON.parse(document.getElementById('language').textContent);

/* More of one text is shown when it is asked for: laying it out takes its time. */
const LONGEST_SHOWN = 4000;

const SVG = 'http://www.w3.org/2000/svg';

const listeners = new Map();

function when(event, listener) {
  listeners.set(event, [...(listeners.get(event) ?? []), listener]);
}

function tell(event) {
  for (const listener of listeners.get(event) ?? []) listener();
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/* A function among the properties listens to the event of that name. */
function make(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
}

function draw(tag, properties, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function button(label, click, properties) {
  return make('button', { type: 'button', click, ...properties }, label);
}

function showAll(element, string) {
  const more = button(say('Show all of it'), () => {
    element.textContent = string;
    more.remove();
  });
  element.textContent = `${string.slice(0, LONGEST_SHOWN)}…`;
  element.append(' ', more);
}

/* What a person or a pack wrote: in its own direction, which ends with it. */
function written(tag, string, properties) {
  const element = make(tag, { dir: 'auto', ...properties });
  if (string.length > LONGEST_SHOWN) showAll(element, string);
  else element.textContent = string;
  return element;
}

/* The same, in the language of the pack. */
function asked(tag, string, properties) {
  return written(tag, string, { lang: capsule.loop.pack.language, ...properties });
}

function byId(list, id) {
  return list.find((item) => item.id === id);
}

/* Not randomUUID(), which Safari has from 15.4 on. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
