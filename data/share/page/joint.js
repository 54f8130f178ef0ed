'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same page in several tabs: what is said in one of them is in all. Each
 * tells the others by what the browser keeps; one that was asleep catches up as
 * it comes back, and before it keeps anything itself. */

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isPlain(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyed(list) {
  return Object.fromEntries((list ?? []).map((item) => [item.id, item]));
}

function joinedParts(base, mine, theirs) {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const parts = [...names].map((name) => [name, joined(base?.[name], mine[name], theirs[name])]);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

/* Out of what both began with: what one of them changed counts, and where both
 * did, mine does; what only one of them took away and the other changed stays. */
function joined(base, mine, theirs) {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    return Object.values(joinedParts(keyed(base), keyed(mine), keyed(theirs)));
  }
  if (isPlain(mine) && isPlain(theirs)) return joinedParts(base, mine, theirs);
  return mine ?? theirs;
}

/* Two files that differ have two revisions; and what is mine alone is in no file that
 * the other has saved. */
function joinedReviews(base, mine, theirs) {
  const revision = Math.max(mine.revision, theirs.revision);
  const unsaved = theirs.unsaved || (mine.unsaved && !isSame(base, mine));
  return { ...joined(base, mine, theirs), revision, unsaved };
}
