'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page as a whole, built anew when the language changes. */

let told = null;

/* For ears and eyes: what has just happened. */
function announce(words) {
  told.textContent = words;
}

function titleOfTurn(answer, take, turn, index) {
  const name = say('answer {number}', { number: answer.number });
  const follow = index ? `${turnName(turn)} ${index}` : null;
  return listOf([name, take.title, follow].filter(Boolean));
}

/* One take alone needs no title. */
function titleOfTake(answer, take) {
  return answer.takes.length > 1 ? say('Take {number}', { number: take.number }) : null;
}

/* So that each part knows what it is of. */
function connect() {
  for (const answer of capsule.answers) {
    for (const take of answer.takes) {
      take.answer = answer;
      take.title = titleOfTake(answer, take);
      take.turns.forEach((turn, index) =>
        Object.assign(turn, { answer, take, index, title: titleOfTurn(answer, take, turn, index) })
      );
    }
  }
}

function languageSwitch() {
  if (own.lang === 'en') return null;
  const [label, lang] = english ? [own.name, own.lang] : ['English', 'en'];
  return button(
    label,
    () => {
      english = !english;
      build();
      document.querySelector('.language').focus();
    },
    { class: 'quiet language no-print', lang }
  );
}

function subtitle() {
  const parts = [capsule.loop.level?.name, capsule.loop.pack.title].filter(Boolean);
  return make('p', { class: 'dim' }, asked('span', parts.join(' · ')));
}

function titleText() {
  return capsule.candidate
    ? say('{name}: answers to review', { name: capsule.candidate })
    : say('Answers to review');
}

function howTo() {
  return make(
    'ol',
    { class: 'how no-print' },
    make('li', {}, say('Listen, and comment where something strikes you.')),
    make('li', {}, say('Rate each answer, and vote at the end.')),
    make('li', {}, say('Save the review as a file, and send it back.'))
  );
}

function hindrance() {
  return hasKept
    ? say('This browser has no room to keep more. Save the review before you leave or reload this page: otherwise what you say now is lost.')
    : say('This browser keeps nothing for a file like this. Save the review before you leave or reload this page: otherwise it is lost.');
}

function notices() {
  const storage = make('p', { class: 'notice', role: 'status' });
  const sound = make('p', { class: 'notice', role: 'status' });
  const show = () => {
    const silent = capsule.includes.audio && (player.failed || !container());
    storage.textContent = keeps ? '' : hindrance();
    sound.textContent = silent
      ? say('This browser can’t play the recordings, which are Opus. Open this file in Firefox, Chrome or Edge, or in Safari 18.4 or newer.')
      : '';
    for (const notice of [storage, sound]) notice.hidden = !notice.textContent;
  };
  when('review', show);
  when('player', show);
  show();
  return [storage, sound];
}

function header() {
  return make(
    'header',
    { class: 'head' },
    languageSwitch(),
    make('h1', {}, titleText()),
    subtitle(),
    capsule.blind
      ? make('p', { class: 'dim' }, say('What the candidate thinks of the answers is left out on purpose, so that you hear them for yourself.'))
      : null,
    howTo(),
    keysHelp(),
    notices()
  );
}

function contents() {
  return make(
    'nav',
    { 'aria-labelledby': 'contents-title' },
    make('h2', { id: 'contents-title' }, say('Answers')),
    make(
      'ol',
      { class: 'contents' },
      capsule.answers.map((answer) =>
        make(
          'li',
          {},
          make('span', { class: 'number', 'aria-hidden': 'true' }, answer.number),
          make('a', { href: `#answer-${answer.number}`, class: 'to-answer' }, asked('span', answer.question.text.slice(0, 300)))
        )
      )
    )
  );
}

function roundVotes() {
  const voted = capsule.rounds.filter((round) => round.vote !== undefined);
  if (!voted.length) return null;
  return make(
    'ul',
    { class: 'findings' },
    voted.map((round) =>
      make(
        'li',
        {},
        asked('span', round.title),
        make('span', { class: 'dim' }, say('Own vote: {vote}', { vote: byId(capsule.votes, round.vote)?.name ?? '' }))
      )
    )
  );
}

function manifest() {
  const { leaves, stays } = capsule.manifest;
  if (!leaves?.length && !stays?.length) return null;
  const list = (title, lines) =>
    lines?.length
      ? [make('h3', {}, title), make('ul', {}, lines.map((line) => written('li', line)))]
      : null;
  return make(
    'details',
    { class: 'manifest' },
    make('summary', {}, say('What this file holds')),
    list(say('It holds'), leaves),
    list(say('It does not hold'), stays)
  );
}

function voteOf(vote) {
  const input = make('input', {
    type: 'radio',
    name: 'vote',
    value: vote.id,
    change: () => {
      review.vote = vote.id;
      changed();
    },
  });
  const show = () => {
    input.checked = review.vote === vote.id;
  };
  when('fields', show);
  show();
  return make('label', { class: 'vote' }, input, ' ', asked('span', vote.name));
}

function coachField() {
  const input = make('input', {
    id: 'coach',
    type: 'text',
    maxlength: 200,
    dir: 'auto',
    autocomplete: 'name',
    input: () => {
      review.coach = input.value;
      changed();
    },
  });
  const show = () => {
    if (input.value !== review.coach) input.value = review.coach;
  };
  when('fields', show);
  show();
  return make('p', { class: 'field' }, make('label', { for: 'coach' }, say('Your name')), input);
}

function summaryField() {
  const change = (text) => {
    review.summary = text;
    changed();
  };
  const { element, show } = growingText(say('In summary'), review.summary, change);
  when('fields', () => show(review.summary));
  return make(
    'div',
    { class: 'field' },
    make('span', { class: 'label', 'aria-hidden': 'true' }, say('In summary')),
    element
  );
}

function reviewSection() {
  return make(
    'section',
    { id: 'review', 'aria-labelledby': 'review-title' },
    make('h2', { id: 'review-title' }, say('Your review')),
    roundVotes(),
    coachField(),
    make('fieldset', { class: 'votes' }, make('legend', {}, say('Your vote')), capsule.votes.map(voteOf)),
    summaryField(),
    make('p', { class: 'dim no-print' }, say('Save the review, and send the file back the way this one came to you. You may save it again later: the newest one counts.'))
  );
}

function saveState() {
  if (review.unsaved) return keeps ? say('Not saved as a file yet') : say('Kept nowhere yet');
  const { revision } = review;
  return revision ? say('Nothing new since revision {revision}', { revision }) : '';
}

function saver() {
  const state = make('span', { class: 'dim state' });
  const show = () => {
    state.textContent = saveState();
  };
  when('review', show);
  show();
  const save = button(say('Save the review'), () => announce(saveReview()), { class: 'save' });
  return make('div', { class: 'saver' }, state, save);
}

function speedSelect() {
  const select = make(
    'select',
    { 'aria-label': say('Speed'), change: () => setSpeed(Number(select.value)) },
    SPEEDS.map((speed) => make('option', { value: speed, dir: 'ltr' }, `${speed}×`))
  );
  const show = () => {
    select.value = String(player.speed);
  };
  when('player', show);
  show();
  return select;
}

function skipBox() {
  const input = make('input', { type: 'checkbox', change: () => setSkips(input.checked) });
  const show = () => {
    input.checked = player.skips;
  };
  when('player', show);
  show();
  return make('label', { class: 'skip' }, input, ' ', say('Skip silence'));
}

function transport() {
  const element = make(
    'div',
    { class: 'transport', role: 'group', 'aria-label': say('Player') },
    button('−5 s', () => step(-5000), { class: 'quiet', dir: 'ltr' }),
    button('+5 s', () => step(5000), { class: 'quiet', dir: 'ltr' }),
    speedSelect(),
    skipBox()
  );
  const show = () => {
    element.hidden = !player.turn;
  };
  when('turn', show);
  show();
  return element;
}

function bar() {
  told = make('p', { class: 'told', role: 'status', 'aria-live': 'polite' });
  return make(
    'div',
    { class: 'bar no-print', role: 'region', 'aria-label': say('Player and review file') },
    told,
    make('div', { class: 'bar-row' }, transport(), saver())
  );
}

function build() {
  listeners.clear();
  applyLanguage();
  connect();
  document.title = titleText();
  const page = make(
    'main',
    {},
    header(),
    matrixSection(),
    contents(),
    capsule.answers.map(answerArticle),
    reviewSection(),
    manifest()
  );
  document.getElementById('page').replaceChildren(page, bar());
}

function leave() {
  isAway = true;
}

/* A browser writes into the fields what it remembers of them, which may be older than
 * what was kept, or nothing that the review has. */
function comeBack() {
  catchUp();
  isAway = false;
  showReview();
  tell('player');
}

document.addEventListener('keydown', pressKey);
window.addEventListener('beforeunload', remind);
for (const event of ['storage', 'focus']) window.addEventListener(event, catchUp);
window.addEventListener('pagehide', leave);
window.addEventListener('pageshow', comeBack);
recall();
preparePlayer();
build();
