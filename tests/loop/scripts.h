/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loop/onsite-session.h"

G_BEGIN_DECLS

/**
 * Script:
 * @mode: how strictly it's run
 * @rounds: the seconds of each round, then of each of its questions with the
 *   length of its ladder and, behind a "!", the second of its curveball, such as
 *   "3600: 900/3 900/3!90; 1800: 600/0"
 * @steps: what happens, apart by semicolons, each after so many seconds (or
 *   milliseconds), such as "begin-round; +8s spoken; +90s done; +5s"
 * @effects: what it has to cause: a step's effects behind one bar, each with
 *   the question and turn that it's about where that matters, such as
 *   "… ask 0.0 | begin-clip 0.0 | end-clip 0.0 | seal-clip 0.0, ask 0.1"; the
 *   curveball of question 0 is 0.0!
 *
 * A scene of an interview, to be read.
 */
typedef struct
{
  OnsiteMode mode;
  const char *rounds;
  const char *steps;
  const char *effects;
} Script;

/* Another step is "+5s quit": the state is written, and read back a day later.
 * An amount follows its event, such as "+60s suspended 45s". */
OnsiteSession script_run (const Script *script);
void script_check (const Script *script);
OnsiteOutline *script_new_outline (OnsiteMode mode, const char *rounds);

G_END_DECLS
