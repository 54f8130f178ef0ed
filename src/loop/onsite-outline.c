/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-outline.h"

#include <glib/gi18n-lib.h>

/* Far beyond any interview, and far below where milliseconds times a share
 * would not fit. */
#define MOST_SECONDS 86400u

struct _OnsiteOutline
{
  OnsiteMode mode;
  guint n_rounds;
  OnsiteSessionRound *rounds;
};

GQuark
onsite_session_error_quark (void)
{
  return g_quark_from_static_string ("onsite-session-error-quark");
}

static void
onsite_outline_clear (gpointer data)
{
  OnsiteOutline *self = data;

  for (guint i = 0; i < self->n_rounds; i++)
    g_free ((gpointer) self->rounds[i].questions);
  g_free (self->rounds);
}

static gboolean
check_round (const OnsiteSessionRound *round, guint index, GError **error)
{
  if (round->n_questions == 0)
    {
      g_set_error (error,
                   ONSITE_SESSION_ERROR,
                   ONSITE_SESSION_ERROR_OUTLINE,
                   C_ ("error", "Round %u of the loop has no questions. Start another loop."),
                   index + 1);
      return FALSE;
    }

  if (round->seconds == 0 || round->seconds > MOST_SECONDS)
    {
      g_set_error (error,
                   ONSITE_SESSION_ERROR,
                   ONSITE_SESSION_ERROR_OUTLINE,
                   C_ ("error",
                       "Round %u of the loop would last %u seconds; it has to be at least one, "
                       "and a day at most. Start another loop."),
                   index + 1,
                   round->seconds);
      return FALSE;
    }

  return TRUE;
}

OnsiteOutline *
onsite_outline_new_from_rounds (OnsiteMode mode,
                                const OnsiteSessionRound *rounds,
                                guint n_rounds,
                                GError **error)
{
  OnsiteOutline *self;

  if (n_rounds == 0)
    {
      g_set_error_literal (error,
                           ONSITE_SESSION_ERROR,
                           ONSITE_SESSION_ERROR_OUTLINE,
                           C_ ("error", "The loop has no rounds. Start another loop."));
      return NULL;
    }

  for (guint i = 0; i < n_rounds; i++)
    if (!check_round (&rounds[i], i, error))
      return NULL;

  self = g_atomic_rc_box_new0 (OnsiteOutline);
  self->mode = mode;
  self->n_rounds = n_rounds;
  self->rounds = g_new0 (OnsiteSessionRound, n_rounds);
  for (guint i = 0; i < n_rounds; i++)
    {
      self->rounds[i] = rounds[i];
      self->rounds[i].questions = g_memdup2 (rounds[i].questions,
                                             sizeof *rounds[i].questions * rounds[i].n_questions);
    }

  return self;
}

static gboolean
read_question (const OnsiteAnswer *answer,
               OnsitePack *pack,
               OnsiteSessionQuestion *question,
               GError **error)
{
  const OnsiteQuestion *found = onsite_pack_find_question (pack, answer->question);

  if (found == NULL)
    {
      g_set_error (error,
                   ONSITE_SESSION_ERROR,
                   ONSITE_SESSION_ERROR_OUTLINE,
                   C_ ("error",
                       "The loop asks the question “%s”, which its pack “%s” doesn't have. "
                       "Start another loop."),
                   answer->question,
                   onsite_pack_get_id (pack));
      return FALSE;
    }

  question->seconds = CLAMP (found->seconds, 1, MOST_SECONDS);
  question->n_follow_ups = g_strv_length (found->follow_ups);
  if (found->curveball != NULL)
    question->curveball_ms = answer->curveball_ms;

  return TRUE;
}

static gboolean
read_round (const OnsiteRound *round, OnsitePack *pack, GArray *questions, GError **error)
{
  for (guint i = 0; i < round->answers->len; i++)
    {
      OnsiteSessionQuestion question = { 0 };

      if (!read_question (g_ptr_array_index (round->answers, i), pack, &question, error))
        return FALSE;
      g_array_append_val (questions, question);
    }

  return TRUE;
}

OnsiteOutline *
onsite_outline_new (const OnsiteLoop *loop, OnsitePack *pack, GError **error)
{
  g_autofree OnsiteSessionRound *rounds = g_new0 (OnsiteSessionRound, loop->rounds->len);
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (OnsiteSessionQuestion));
  guint offset = 0;

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      if (!read_round (round, pack, questions, error))
        return NULL;
      rounds[i].seconds = round->seconds;
      rounds[i].n_questions = round->answers->len;
    }

  /* Only now, since the array moved while it grew. */
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      rounds[i].questions = &g_array_index (questions, OnsiteSessionQuestion, offset);
      offset += rounds[i].n_questions;
    }

  return onsite_outline_new_from_rounds (loop->mode, rounds, loop->rounds->len, error);
}

OnsiteOutline *
onsite_outline_ref (OnsiteOutline *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
onsite_outline_unref (OnsiteOutline *self)
{
  g_atomic_rc_box_release_full (self, onsite_outline_clear);
}

OnsiteMode
onsite_outline_get_mode (const OnsiteOutline *self)
{
  return self->mode;
}

guint
onsite_outline_get_n_rounds (const OnsiteOutline *self)
{
  return self->n_rounds;
}

const OnsiteSessionRound *
onsite_outline_get_round (const OnsiteOutline *self, guint index)
{
  g_return_val_if_fail (index < self->n_rounds, NULL);

  return &self->rounds[index];
}
