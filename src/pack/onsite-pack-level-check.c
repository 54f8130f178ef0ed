/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-level-check.h"

#include <glib/gi18n-lib.h>

#define NOT_ASKED (-1)

/*
 * Whether each round gets its questions is a matching of seats to questions,
 * found by augmenting paths (H. W. Kuhn, The Hungarian method for the
 * assignment problem, 1955): counting for each round alone would not see two
 * rounds that count on the same questions. What fits is looked up once, and a
 * search asks each round once, so that no pack can make this slow.
 */
typedef struct
{
  const char *level;
  GPtrArray *rounds; /* the level's */
  guint n_questions;
  gboolean *fits;     /* for each round, for each question */
  int *asked_in;      /* for each question: the index of its round, or NOT_ASKED */
  gboolean *is_tried; /* for each round: in the search that is going on */
} Seating;

static void
seating_add_round (Seating *self, const OnsiteRoundKind *round, GPtrArray *questions)
{
  gboolean *fits = self->fits + self->rounds->len * self->n_questions;

  g_ptr_array_add (self->rounds, (gpointer) round);
  for (guint i = 0; i < self->n_questions; i++)
    {
      const OnsiteQuestion *question = g_ptr_array_index (questions, i);

      fits[i] = onsite_question_fits_level (question, self->level) &&
                onsite_question_fits_round (question, round);
    }
}

static void
seating_init (Seating *self, OnsitePack *pack, const OnsiteLevel *level)
{
  GPtrArray *questions = onsite_pack_get_questions (pack);
  guint n_rounds = g_strv_length (level->rounds);

  self->level = level->id;
  self->rounds = g_ptr_array_new ();
  self->n_questions = questions->len;
  self->fits = g_new0 (gboolean, n_rounds * self->n_questions);
  self->asked_in = g_new (int, self->n_questions);
  self->is_tried = g_new (gboolean, n_rounds);

  for (guint i = 0; i < self->n_questions; i++)
    self->asked_in[i] = NOT_ASKED;
  for (guint i = 0; i < n_rounds; i++)
    seating_add_round (self, onsite_pack_find_round_kind (pack, level->rounds[i]), questions);
}

static void
seating_clear (Seating *self)
{
  g_ptr_array_unref (self->rounds);
  g_free (self->fits);
  g_free (self->asked_in);
  g_free (self->is_tried);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seating, seating_clear)

static guint
seating_count (Seating *self, guint round)
{
  const gboolean *fits = self->fits + round * self->n_questions;
  guint count = 0;

  for (guint i = 0; i < self->n_questions; i++)
    if (fits[i])
      count++;

  return count;
}

/* Gives a round one more question, if need be by finding another for the round that has it. */
static gboolean
seating_find (Seating *self, guint round)
{
  const gboolean *fits = self->fits + round * self->n_questions;

  if (self->is_tried[round])
    return FALSE;

  self->is_tried[round] = TRUE;
  for (guint i = 0; i < self->n_questions; i++)
    if (fits[i] &&
        (self->asked_in[i] == NOT_ASKED || seating_find (self, (guint) self->asked_in[i])))
      {
        self->asked_in[i] = (int) round;
        return TRUE;
      }

  return FALSE;
}

static gboolean
seating_fill (Seating *self, guint round)
{
  const OnsiteRoundKind *kind = g_ptr_array_index (self->rounds, round);

  for (guint i = 0; i < kind->least; i++)
    {
      for (guint j = 0; j < self->rounds->len; j++)
        self->is_tried[j] = FALSE;
      if (!seating_find (self, round))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_round (Seating *seating, guint round, const OnsiteJsonValue *value, GError **error)
{
  const OnsiteRoundKind *kind = g_ptr_array_index (seating->rounds, round);
  guint count = seating_count (seating, round);

  if (count < kind->least)
    return onsite_json_value_fail (
        value,
        error,
        ONSITE_PACK_ERROR,
        ONSITE_PACK_ERROR_CONTENT,
        C_ ("error", "the round “%s” asks at least %u questions, and the pack has %u for “%s”"),
        kind->id,
        kind->least,
        count,
        seating->level);
  if (!seating_fill (seating, round))
    return onsite_json_value_fail (
        value,
        error,
        ONSITE_PACK_ERROR,
        ONSITE_PACK_ERROR_CONTENT,
        C_ ("error", "up to the round “%s”, a loop of “%s” runs out of questions"),
        kind->id,
        seating->level);

  return TRUE;
}

static gboolean
check_rounds (OnsitePack *pack,
              const OnsiteLevel *level,
              const OnsiteJsonValue *list,
              GError **error)
{
  g_auto (Seating) seating = { NULL };

  seating_init (&seating, pack, level);
  for (guint i = 0; i < seating.rounds->len; i++)
    if (!check_round (&seating, i, onsite_json_value_get_child (list, i), error))
      return FALSE;

  return TRUE;
}

gboolean
onsite_pack_level_check (OnsitePack *self,
                         gconstpointer part,
                         const OnsiteJsonValue *value,
                         GError **error)
{
  const OnsiteLevel *level = part;
  const OnsiteJsonValue *list = onsite_json_value_get_member (value, "rounds");
  gboolean is_optional = TRUE;

  for (guint i = 0; level->rounds[i] != NULL; i++)
    is_optional = is_optional && onsite_pack_find_round_kind (self, level->rounds[i])->optional;
  if (is_optional)
    return onsite_json_value_fail (list,
                                   error,
                                   ONSITE_PACK_ERROR,
                                   ONSITE_PACK_ERROR_CONTENT,
                                   C_ ("error", "each of these rounds may be left out"));

  return check_rounds (self, level, list, error);
}
