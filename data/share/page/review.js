'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the coach says: kept by the browser where it does so for a local file,
 * and saved as a review file to be sent back. */

const LONGEST_TEXT = 10000;
const MOST_COMMENTS = 2000;
const LARGEST_FILE = 4 * 1024 * 1024;

/* Browsers share what they keep between all local files, hence the export's id. */
const KEPT_AS = `onsite-review:${capsule.export}`;

const KEPT_TO_TRY = 'onsite-review';

let review = newReview();
let keeps = true;

/* Whether anything was said since this page was opened. */
let isSaid = false;

/* What this page began with, and then as it was kept the last time: what all tabs
 * have in common. */
let shared = JSON.stringify(review);
let hasKept = false;
let isShared = false;

/* From when this page is left until it's come back to, as browsers keep it for that:
 * what was kept meanwhile needs no other tab. */
let isAway = false;

function newReview() {
  return {
    review: newId(),
    revision: 0,
    unsaved: false,
    coach: '',
    summary: '',
    vote: null,
    takes: {},
  };
}

function ofTake(take) {
  const found = review.takes[take.id];
  if (found) return found;
  review.takes[take.id] = { ratings: {}, evidence: [], comments: [] };
  return review.takes[take.id];
}

function keep() {
  try {
    const text = JSON.stringify(review);
    localStorage.setItem(KEPT_AS, text);
    shared = text;
    hasKept = true;
    keeps = true;
  } catch {
    keeps = false;
  }
}

function isReview(value) {
  return (
    typeof value?.review === 'string' &&
    Number.isInteger(value.revision) &&
    isPlain(value.takes)
  );
}

function keptText() {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

/* null if it is of no use. */
function parseKept(text) {
  try {
    const kept = JSON.parse(text);
    return isReview(kept) ? kept : null;
  } catch {
    return null;
  }
}

function findOutWhetherKept() {
  try {
    localStorage.setItem(KEPT_TO_TRY, '');
    localStorage.removeItem(KEPT_TO_TRY);
  } catch {
    keeps = false;
  }
}

/* Writes nothing over what was kept: a page that is opened again can hear of that
 * a moment late, as the browser may still be writing it. */
function recall() {
  findOutWhetherKept();
  const text = keptText();
  const kept = parseKept(text);
  if (!kept) return;
  review = kept;
  shared = text;
  hasKept = true;
}

function showReview() {
  for (const event of ['comments', 'evidence', 'ratings', 'fields', 'review']) tell(event);
}

/* Takes in what another tab has kept meanwhile, or this one before it was opened
 * again. */
function catchUp() {
  const text = keptText();
  const kept = text === shared ? null : parseKept(text);
  if (!kept) return;
  review = joinedReviews(JSON.parse(shared), review, kept);
  shared = text;
  showReview();
  const isOther = hasKept && !isShared && !isAway;
  if (isOther) announce(say('This page is open twice. What you say in one is in both.'));
  isShared ||= isOther;
  hasKept = true;
}

function changed() {
  catchUp();
  isSaid = true;
  review.unsaved = true;
  keep();
  tell('review');
}

function countComments() {
  return Object.values(review.takes).reduce((sum, take) => sum + take.comments.length, 0);
}

function isEmpty(said) {
  return (
    !Object.keys(said.ratings).length &&
    !said.evidence.length &&
    !said.comments.some((comment) => comment.text.trim())
  );
}

function documentOfTake(answer, take) {
  const said = ofTake(take);
  return {
    answer: answer.id,
    take: take.id,
    ratings: Object.entries(said.ratings).map(([dimension, score]) => ({ dimension, score })),
    evidence: said.evidence,
    comments: said.comments.filter((comment) => comment.text.trim()),
  };
}

function documentOfReview(revision) {
  return {
    format: 'onsite-review',
    version: 1,
    review: review.review,
    revision,
    export: capsule.export,
    loop: capsule.loop.id,
    coach: review.coach.trim(),
    summary: review.summary,
    vote: review.vote ?? undefined,
    answers: capsule.answers.flatMap((answer) =>
      answer.takes
        .filter((take) => !isEmpty(ofTake(take)))
        .map((take) => documentOfTake(answer, take))
    ),
  };
}

function partOfName(text) {
  const letters = (text ?? '')
    .replace(/[^\p{L}\p{N} .-]/gu, '')
    .replace(/ +/g, ' ')
    .replace(/^[ .]+/, '');
  return [...letters].slice(0, 40).join('');
}

/* One that no other review and no other revision has: a browser that finds a file of
 * the same name gives this one another, and the coach would be told the older one's. */
function fileName(revision) {
  const parts = [capsule.candidate, review.coach.trim()].map(partOfName);
  const which = [review.review.slice(0, 4), revision].join('-');
  return `${['Review', ...parts, which].filter(Boolean).join(' - ')}.onsite-review`;
}

function handOut(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = make('a', { download: name });
  link.href = url;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/* Half of a character, as a text that is as long as it may be can end in, is none
 * in UTF-8, and no file that has one is taken; nor one with a character of no value,
 * which may come along with what is pasted. */
function wellFormed(name, value) {
  return typeof value === 'string' ? value.replace(/[\0\p{Surrogate}]/gu, '\ufffd') : value;
}

/* Returns what to tell the coach. */
function saveReview() {
  catchUp();
  const revision = review.revision + 1;
  const text = JSON.stringify(documentOfReview(revision), wellFormed, 1);
  const blob = new Blob([text], { type: 'application/vnd.onsite.review+json' });
  if (blob.size > LARGEST_FILE) {
    return say('Too much for one file, which holds 4 MiB. Please shorten some comments.');
  }
  handOut(blob, fileName(revision));
  review.revision = revision;
  review.unsaved = false;
  keep();
  tell('review');
  return say('Your browser saves it as “{name}”, revision {revision}. Once that file is there, send it back.', {
    name: fileName(revision),
    revision,
  });
}

/* Also after a file was handed out: whether the browser saved it, nobody tells. */
function remind(event) {
  if (keeps || !isSaid) return;
  event.preventDefault();
  event.returnValue = '';
}
