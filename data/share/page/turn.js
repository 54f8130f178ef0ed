'use strict';
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A turn: what was asked, how the answer sounds, what the coach says about it. */

function playLabel(turn) {
  const playing = player.turn === turn && !player.audio.paused;
  return playing ? say('Pause') : say('Play: {title}', { title: turn.title });
}

function playButton(turn) {
  const element = make('button', { type: 'button', class: 'play', click: () => toggle(turn) });
  const show = () => {
    const playing = player.turn === turn && !player.audio.paused;
    element.replaceChildren(icon(playing ? 'pause' : 'play'));
    element.setAttribute('aria-label', playLabel(turn));
  };
  when('player', show);
  when('turn', show);
  show();
  return element;
}

/* Where it is, of how long it is; the latter alone on paper. */
function clockOf(turn) {
  const place = make('span', { class: 'no-print' });
  const show = () => {
    place.textContent = `${timeOf(player.turn === turn ? position() : 0)} / `;
  };
  when('place', show);
  when('turn', show);
  show();
  return make('span', { class: 'clock' }, place, timeOf(turn.clip.duration_ms));
}

function placeButton(turn, item, label) {
  const time = spanOf(item.from_ms, item.to_ms);
  return button(label ?? time, () => play(turn, item.from_ms, item.to_ms), {
    class: 'time',
    'aria-label': say('Play from {time}', { time }),
  });
}

/* A text that grows with what is written, of which paper shows all. */
function growingText(label, value, change) {
  const paper = make('div', { class: 'paper', 'aria-hidden': 'true', dir: 'auto' });
  const area = make('textarea', {
    'aria-label': label,
    maxlength: LONGEST_TEXT,
    rows: 1,
    dir: 'auto',
    input: () => {
      paper.textContent = `${area.value} `;
      change(area.value);
      if (area.value.length >= LONGEST_TEXT) {
        announce(say('A text holds 10,000 characters, and no more.'));
      }
    },
  });
  const show = (text) => {
    if (area.value !== text) area.value = text;
    paper.textContent = `${text} `;
  };
  show(value);
  return { element: make('div', { class: 'growing' }, area, paper), show };
}

function removeComment(turn, comment) {
  const said = ofTake(turn.take);
  said.comments = said.comments.filter((one) => one !== comment);
  changed();
  tell('comments');
  announce(say('The comment is removed.'));
}

function commentRow(turn, comment) {
  const time = spanOf(comment.from_ms, comment.to_ms);
  const change = (text) => {
    comment.text = text;
    changed();
  };
  return make(
    'li',
    { class: 'comment', 'data-comment': comment.id },
    soundBlock(turn) ? placeButton(turn, comment) : make('span', { class: 'time' }, time),
    growingText(say('Comment at {time}', { time }), comment.text, change).element,
    button('×', () => removeComment(turn, comment), {
      class: 'remove',
      'aria-label': say('Remove the comment at {time}', { time }),
    })
  );
}

function commentsOf(turn) {
  const comments = ofTake(turn.take).comments.filter((one) => one.clip === turn.clip.id);
  return comments.sort((a, b) => a.from_ms - b.from_ms);
}

function focusComment(list, id, caret) {
  const field = list.querySelector(`[data-comment="${id}"] textarea`);
  field?.focus();
  if (caret !== undefined) field?.setSelectionRange(caret, caret);
}

/* Whoever is writing goes on where they were. */
function renew(list, rows) {
  const field = list.contains(document.activeElement) ? document.activeElement : null;
  const { comment } = field?.closest('.comment')?.dataset ?? {};
  const caret = field?.selectionStart;
  list.replaceChildren(...rows);
  if (comment && caret !== undefined) focusComment(list, comment, caret);
}

function commentList(turn) {
  const list = make('ul', { class: 'comments', 'aria-label': say('Your comments') });
  const show = () => {
    const comments = commentsOf(turn);
    renew(list, comments.map((comment) => commentRow(turn, comment)));
    list.hidden = !comments.length;
  };
  when('comments', show);
  show();
  return list;
}

function placeOf(turn) {
  if (player.turn !== turn) return { from_ms: 0 };
  if (player.span) return { from_ms: player.span.from, to_ms: player.span.to };
  return { from_ms: Math.min(position(), turn.clip.duration_ms) };
}

function addComment(turn) {
  if (countComments() >= MOST_COMMENTS) {
    announce(say('A review holds 2,000 comments, and no more.'));
    return;
  }
  const comment = { id: newId(), clip: turn.clip.id, ...placeOf(turn), text: '' };
  ofTake(turn.take).comments.push(comment);
  player.audio.pause();
  changed();
  clearSpan();
  tell('comments');
  focusComment(turn.element, comment.id);
}

function commentButton(turn) {
  const element = button('', () => addComment(turn), { class: 'comment-here' });
  const show = () => {
    const { from_ms, to_ms } = placeOf(turn);
    const label = say('Comment at {time}', { time: spanOf(from_ms, to_ms) });
    if (element.textContent !== label) element.textContent = label;
  };
  for (const event of ['place', 'turn', 'player']) when(event, show);
  show();
  return element;
}

/* A span by buttons and by keys, for who doesn't drag. */
function spanButtons(turn) {
  const end = turn.clip.duration_ms;
  const place = () => (player.turn === turn ? position() : 0);
  const mark = (from, to) => choose(turn) && setSpan(from, to);
  const span = () => (player.turn === turn ? player.span : null);
  return [
    button(say('From here'), () => mark(place(), span()?.to ?? end), { class: 'quiet' }),
    button(say('To here'), () => mark(Math.min(span()?.from ?? 0, place()), place()), {
      class: 'quiet',
    }),
  ];
}

function soundOf(turn) {
  if (!turn.clip) return [make('p', { class: 'dim' }, say('There is no recording of this.'))];
  if (!soundBlock(turn)) return [commentButton(turn), commentList(turn)];
  return [
    make('div', { class: 'player' }, playButton(turn), waveform(turn), clockOf(turn)),
    make('div', { class: 'tools', role: 'group', 'aria-label': say('Comment') }, commentButton(turn), spanButtons(turn)),
    commentList(turn),
  ];
}

function turnName(turn) {
  return {
    question: say('The answer'),
    'follow-up': say('Follow-up'),
    curveball: say('Curveball'),
  }[turn.kind];
}

/* The question itself stands above already. */
function promptOf(turn) {
  if (!turn.prompt || turn.prompt === turn.answer.question.text) return null;
  return asked('p', turn.prompt, { class: 'prompt' });
}

/* One level below the take's own heading, where it has one. */
function part(take, name) {
  return make(take.title ? 'h4' : 'h3', { class: 'part' }, name);
}

function turnSection(turn) {
  turn.element = make(
    'section',
    { class: 'turn', 'aria-label': turn.title },
    part(turn.take, turnName(turn)),
    promptOf(turn),
    soundOf(turn)
  );
  const show = () => turn.element.classList.toggle('current', player.turn === turn);
  when('turn', show);
  show();
  return turn.element;
}
