/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-selection.h"

#include "debrief/onsite-remark.h"

static void
selected_answer_free (gpointer data)
{
  OnsiteSelectedAnswer *self = data;

  g_free (self->answer);
  g_ptr_array_unref (self->takes);
  g_free (self->listen_for);
  g_free (self);
}

OnsiteSelection *
onsite_selection_new (void)
{
  OnsiteSelection *self = g_new0 (OnsiteSelection, 1);

  self->answers = g_ptr_array_new_with_free_func (selected_answer_free);
  self->includes = ONSITE_INCLUDE_USUAL;
  self->spans = g_hash_table_new_full (g_str_hash,
                                       g_str_equal,
                                       g_free,
                                       (GDestroyNotify) g_array_unref);
  self->blind = TRUE;

  return self;
}

static gpointer
copy_text (gconstpointer text, gpointer unused)
{
  return g_strdup (text);
}

static void
copy_answers (OnsiteSelection *self, const OnsiteSelection *from)
{
  for (guint i = 0; i < from->answers->len; i++)
    {
      const OnsiteSelectedAnswer *answer = g_ptr_array_index (from->answers, i);
      OnsiteSelectedAnswer *copy = g_new0 (OnsiteSelectedAnswer, 1);

      copy->answer = g_strdup (answer->answer);
      copy->takes = g_ptr_array_copy (answer->takes, copy_text, NULL);
      copy->listen_for = g_strdup (answer->listen_for);
      g_ptr_array_add (self->answers, copy);
    }
}

OnsiteSelection *
onsite_selection_copy (const OnsiteSelection *from)
{
  OnsiteSelection *self = onsite_selection_new ();
  GHashTableIter spans;
  gpointer clip, array;

  copy_answers (self, from);
  self->includes = from->includes;
  self->candidate = g_strdup (from->candidate);
  self->blind = from->blind;
  g_hash_table_iter_init (&spans, from->spans);
  while (g_hash_table_iter_next (&spans, &clip, &array))
    g_hash_table_insert (self->spans, g_strdup (clip), g_array_copy (array));

  return self;
}

void
onsite_selection_free (OnsiteSelection *self)
{
  g_ptr_array_unref (self->answers);
  g_hash_table_unref (self->spans);
  g_free (self->candidate);
  g_free (self);
}

OnsiteSelectedAnswer *
onsite_selection_find_answer (const OnsiteSelection *self, const char *answer)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      OnsiteSelectedAnswer *selected = g_ptr_array_index (self->answers, i);

      if (g_str_equal (selected->answer, answer))
        return selected;
    }

  return NULL;
}

OnsiteSelectedAnswer *
onsite_selection_add_answer (OnsiteSelection *self, const char *answer)
{
  OnsiteSelectedAnswer *selected = onsite_selection_find_answer (self, answer);

  if (selected)
    return selected;

  selected = g_new0 (OnsiteSelectedAnswer, 1);
  selected->answer = g_strdup (answer);
  selected->takes = g_ptr_array_new_with_free_func (g_free);
  selected->listen_for = g_strdup ("");
  g_ptr_array_add (self->answers, selected);

  return selected;
}

void
onsite_selection_remove_answer (OnsiteSelection *self, const char *answer)
{
  OnsiteSelectedAnswer *selected = onsite_selection_find_answer (self, answer);

  if (selected)
    g_ptr_array_remove (self->answers, selected);
}

static gboolean
has_sound (const OnsiteTake *take)
{
  for (guint i = 0; take && i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip && turn->clip->n_samples > 0)
        return TRUE;
    }

  return FALSE;
}

void
onsite_selection_add_all (OnsiteSelection *self, const OnsiteLoop *loop)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, j);

          if (has_sound (onsite_answer_get_current_take (answer)))
            onsite_selection_add_answer (self, answer->id);
        }
    }
}

void
onsite_selected_answer_add_take (OnsiteSelectedAnswer *self, const char *take)
{
  if (!g_ptr_array_find_with_equal_func (self->takes, take, g_str_equal, NULL))
    g_ptr_array_add (self->takes, g_strdup (take));
}

void
onsite_selected_answer_remove_take (OnsiteSelectedAnswer *self, const char *take)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->takes, take, g_str_equal, &index))
    g_ptr_array_remove_index (self->takes, index);
}

void
onsite_selection_add_span (OnsiteSelection *self, const char *clip, const OnsiteSpan *span)
{
  GArray *spans = onsite_selection_get_spans (self, clip);
  guint place = 0;

  if (!spans)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (OnsiteSpan));
      g_hash_table_insert (self->spans, g_strdup (clip), spans);
    }
  while (place < spans->len && g_array_index (spans, OnsiteSpan, place).from_ms <= span->from_ms)
    place++;
  g_array_insert_val (spans, place, *span);
}

void
onsite_selection_remove_span (OnsiteSelection *self, const char *clip, guint index)
{
  GArray *spans = onsite_selection_get_spans (self, clip);

  g_return_if_fail (spans && index < spans->len);

  if (spans->len > 1)
    g_array_remove_index (spans, index);
  else
    g_hash_table_remove (self->spans, clip);
}

GArray *
onsite_selection_get_spans (const OnsiteSelection *self, const char *clip)
{
  return g_hash_table_lookup (self->spans, clip);
}

static void
add_answered (OnsiteSelection *self, const OnsiteLoop *loop, const OnsiteAnswer *answer)
{
  OnsiteSelectedAnswer *selected = onsite_selection_find_answer (self, answer->id);
  const OnsiteTake *current = onsite_answer_get_current_take (answer);
  OnsiteRemark remark;

  if (!selected || selected->takes->len > 0 || !current || !current->review ||
      !onsite_remark_find (&remark, loop, answer, current->review, current->comment))
    return;

  onsite_selected_answer_add_take (selected,
                                   ((OnsiteTake *) answer->takes->pdata[remark.take])->id);
  onsite_selected_answer_add_take (selected, current->id);
}

void
onsite_selection_add_answered (OnsiteSelection *self, const OnsiteLoop *loop)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        add_answered (self, loop, g_ptr_array_index (round->answers, j));
    }
}

typedef struct
{
  const OnsiteAnswerSummary *answer;
  double badness;
} Candidate;

/* Of what a question asks for, how much nobody says that the answer supports. */
static double
get_uncovered_share (const OnsiteDebrief *debrief, guint answer)
{
  GPtrArray *const tables[] = { debrief->principles, debrief->checklist };
  guint n_asked = 0;
  guint n_missing = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (guint j = 0; j < tables[i]->len; j++)
      {
        const OnsiteCoverageRow *row = g_ptr_array_index (tables[i], j);
        const OnsiteCell *cell = onsite_coverage_row_get_cell (row, answer);

        if (row->fed_by_loops || !(cell->sources & ONSITE_SOURCE_BIT (ONSITE_SOURCE_ASKED)))
          continue;
        n_asked++;
        n_missing += !(cell->sources & ONSITE_SOURCES_COVERING);
      }

  return n_asked > 0 ? (double) n_missing / n_asked : 0;
}

static double
get_badness (const OnsiteDebrief *debrief, const OnsiteAnswerSummary *answer)
{
  double below_best = answer->n_rated > 0 ? (5 - answer->mean_score) / 4 : 0.5;

  return below_best + get_uncovered_share (debrief, answer->index);
}

static int
compare_badness (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->badness != right->badness)
    return left->badness > right->badness ? -1 : 1;

  return left->answer->index < right->answer->index ? -1 : 1;
}

static int
compare_index (gconstpointer a, gconstpointer b)
{
  const OnsiteAnswerSummary *const *left = a;
  const OnsiteAnswerSummary *const *right = b;

  return (*left)->index < (*right)->index ? -1 : 1;
}

GPtrArray *
onsite_selection_propose (const OnsiteDebrief *debrief)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *proposed = g_ptr_array_new ();

  for (guint i = 0; i < debrief->answers->len; i++)
    {
      Candidate candidate = { g_ptr_array_index (debrief->answers, i) };

      if (!candidate.answer->has_clip)
        continue;
      candidate.badness = get_badness (debrief, candidate.answer);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_badness);
  for (guint i = 0; i < MIN (candidates->len, ONSITE_SELECTION_PROPOSED); i++)
    g_ptr_array_add (proposed, (gpointer) g_array_index (candidates, Candidate, i).answer);
  g_ptr_array_sort (proposed, compare_index);

  return proposed;
}
