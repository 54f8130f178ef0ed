/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rehearsal/onsite-scribe.h"
#include "stage.h"

G_BEGIN_DECLS

/**
 * Desk:
 * @stage: where the loop was rehearsed
 * @stored: what is kept of it
 * @scribe: writes down what is edited
 * @editor: (nullable): of the test, which makes it; %NULL once it let it go
 * @n_failed: how often it told of a failure, from desk_listen() on
 * @n_kept: how often it told that all is kept, from desk_listen() on
 *
 * A loop whose first question was answered, and what is edited about it.
 */
typedef struct
{
  Stage stage;
  OnsiteStoredLoop *stored;
  OnsiteScribe *scribe;
  gpointer editor;
  guint n_failed;
  guint n_kept;
} Desk;

void desk_begin (Desk *self);

/* Counts what the editor tells. */
void desk_listen (Desk *self);

/* Waits until what was edited is kept. */
void desk_flush (Desk *self);

/* Asserts that nobody holds the editor any longer. */
void desk_clear (Desk *self);

G_END_DECLS
