/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debriefed.h"
#include "desk.h"

G_BEGIN_DECLS

/**
 * Study:
 *
 * A desk with a library that holds one answered loop. The loop here is as it
 * was kept; what the pages edit is in the library.
 */
typedef struct
{
  Desk desk;
  OnsitePack *pack;
  OnsiteLoop *loop;
} Study;

/* @n_answers: 0 for debriefed_make_loop(), else so many. */
void study_set_up (Study *self, gconstpointer n_answers);
/* Asserts that nothing of it is held any longer. */
void study_tear_down (Study *self, gconstpointer unused);

/* (transfer none): the page of @type that is seen, once it's seen. */
GtkWidget *study_wait_for_page (Study *self, GType type);
/* The loop as the library has it, with all edits up to now. */
OnsiteLoop *study_load (Study *self);
OnsiteAnswer *study_get_answer (OnsiteLoop *loop, guint index);

G_END_DECLS
