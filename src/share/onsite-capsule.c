/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-capsule.h"

#include "onsite-capsule-answered.h"
#include "onsite-capsule-check.h"
#include "onsite-capsule-copy.h"
#include "onsite-capsule-coverage.h"
#include "onsite-capsule-exhibit.h"

typedef struct
{
  OnsiteCapsule *capsule;
  const OnsiteLoop *loop;
  OnsitePack *pack;
  const OnsiteSelection *selection;
  OnsiteCapsuleCopier copier;
} Making;

static char *
dup_text (const char *text)
{
  return g_strdup (text ? text : "");
}

static void
add_name (GPtrArray *names, const char *id, const char *name, const char *text, int value)
{
  OnsiteCapsuleName *self = g_new0 (OnsiteCapsuleName, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->text = dup_text (text);
  self->value = value;
  g_ptr_array_add (names, self);
}

static void
add_targets (OnsiteCapsule *self, OnsitePack *pack)
{
  GPtrArray *principles = onsite_pack_get_principles (pack);
  GPtrArray *checklist = onsite_pack_get_checklist (pack);
  GPtrArray *votes = onsite_pack_get_votes (pack);

  for (guint i = 0; i < principles->len; i++)
    {
      const OnsitePrinciple *principle = g_ptr_array_index (principles, i);

      add_name (self->principles, principle->id, principle->name, principle->summary, 0);
    }
  for (guint i = 0; i < checklist->len; i++)
    {
      const OnsiteChecklistItem *item = g_ptr_array_index (checklist, i);

      if (!item->fed_by_loops)
        add_name (self->checklist, item->id, item->name, NULL, 0);
    }
  for (guint i = 0; i < votes->len; i++)
    {
      const OnsiteVote *vote = g_ptr_array_index (votes, i);

      add_name (self->votes, vote->id, vote->name, NULL, vote->value);
    }
}

static void
add_dimensions (OnsiteCapsule *self, OnsitePack *pack)
{
  GPtrArray *dimensions = onsite_pack_get_dimensions (pack);

  for (guint i = 0; i < dimensions->len; i++)
    {
      const OnsiteDimension *dimension = g_ptr_array_index (dimensions, i);
      const OnsiteAnchors *anchors = onsite_dimension_get_anchors (dimension, self->level);
      OnsiteCapsuleDimension *copy = g_new0 (OnsiteCapsuleDimension, 1);

      copy->id = g_strdup (dimension->id);
      copy->name = g_strdup (dimension->name);
      for (guint j = 0; j < G_N_ELEMENTS (copy->anchors); j++)
        copy->anchors[j] = dup_text (anchors ? anchors->scores[j] : NULL);
      g_ptr_array_add (self->dimensions, copy);
    }
}

static OnsiteCapsule *
capsule_new_empty (void)
{
  OnsiteCapsule *self = g_new0 (OnsiteCapsule, 1);

  self->principles = g_ptr_array_new_with_free_func (onsite_capsule_name_free);
  self->checklist = g_ptr_array_new_with_free_func (onsite_capsule_name_free);
  self->dimensions = g_ptr_array_new_with_free_func (onsite_capsule_dimension_free);
  self->votes = g_ptr_array_new_with_free_func (onsite_capsule_name_free);
  self->rounds = g_ptr_array_new_with_free_func (onsite_capsule_round_free);
  self->exhibits = g_ptr_array_new_with_free_func (onsite_capsule_exhibit_free);
  self->answers = g_ptr_array_new_with_free_func (onsite_capsule_answer_free);

  return self;
}

static void
add_loop (OnsiteCapsule *self, const OnsiteLoop *loop, OnsitePack *pack)
{
  const OnsiteLevel *level = loop->level ? onsite_pack_find_level (pack, loop->level) : NULL;

  self->loop = g_strdup (loop->id);
  self->kind = loop->kind;
  self->mode = loop->mode;
  self->sample = loop->sample;
  self->level = dup_text (loop->level);
  self->level_name = dup_text (level ? level->name : loop->level);
  self->pack = g_strdup (onsite_pack_get_id (pack));
  self->pack_version = g_strdup (onsite_pack_get_version (pack));
  self->pack_title = g_strdup (onsite_pack_get_title (pack));
  self->language = g_strdup (onsite_pack_get_language (pack));
}

static void
add_round (Making *self, const OnsiteRound *round)
{
  const OnsiteRoundKind *kind = onsite_pack_find_round_kind (self->pack, round->kind);
  OnsiteCapsuleRound *copy = g_new0 (OnsiteCapsuleRound, 1);

  copy->id = g_strdup (round->id);
  copy->title = g_strdup (kind ? kind->name : round->kind);
  copy->interviewer = dup_text (round->interviewer);
  copy->bar_raiser = round->bar_raiser;
  copy->vote = self->selection->blind ? NULL : g_strdup (round->vote);
  g_ptr_array_add (self->capsule->rounds, copy);
}

static gboolean
is_take_chosen (const OnsiteSelectedAnswer *selected, const OnsiteTake *take, gboolean current)
{
  if (selected->takes->len == 0)
    return current;

  return g_ptr_array_find_with_equal_func (selected->takes, take->id, g_str_equal, NULL);
}

static void
add_takes (Making *self,
           OnsiteCapsuleAnswer *copy,
           const OnsiteAnswer *answer,
           const OnsiteSelectedAnswer *selected)
{
  for (guint i = 0; i < answer->takes->len; i++)
    {
      const OnsiteTake *take = g_ptr_array_index (answer->takes, i);
      gboolean current = i + 1 == answer->takes->len;
      OnsiteCapsuleTake *taken;

      if (!is_take_chosen (selected, take, current))
        continue;
      taken = onsite_capsule_copier_copy_take (&self->copier, take);
      taken->number = i + 1;
      taken->current = current;
      taken->suggested_ms = (gint64) copy->seconds * 1000;
      g_ptr_array_add (copy->takes, taken);
    }
}

static void
add_question (Making *self, OnsiteCapsuleAnswer *copy, const OnsiteQuestion *question)
{
  const OnsiteCategory *category = onsite_pack_find_category (self->pack, question->category);
  const OnsiteExhibit *exhibit = NULL;

  copy->text = g_strdup (question->text);
  copy->category = g_strdup (category ? category->name : question->category);
  copy->seconds = question->seconds;
  copy->principles = g_strdupv (question->principles);
  copy->checklist = g_strdupv (question->checklist);
  if (question->exhibit)
    exhibit = onsite_pack_find_exhibit (self->pack, question->exhibit);
  if (!exhibit)
    return;

  copy->exhibit = g_strdup (exhibit->id);
  if (!onsite_capsule_find_exhibit (self->capsule, exhibit->id))
    g_ptr_array_add (self->capsule->exhibits, onsite_capsule_exhibit_new (exhibit));
}

static void
add_answer (Making *self,
            const OnsiteAnswer *answer,
            const OnsiteSelectedAnswer *selected,
            guint number)
{
  const OnsiteQuestion *question = onsite_pack_find_question (self->pack, answer->question);
  gboolean with_note = (self->selection->includes & ONSITE_INCLUDE_NOTES) != 0;
  const char *const none[] = { NULL };
  OnsiteCapsuleAnswer *copy = g_new0 (OnsiteCapsuleAnswer, 1);

  copy->id = g_strdup (answer->id);
  copy->round = self->capsule->rounds->len - 1;
  copy->number = number;
  copy->question = g_strdup (answer->question);
  copy->listen_for = dup_text (selected->listen_for);
  copy->note = dup_text (with_note ? answer->note : NULL);
  copy->takes = g_ptr_array_new_with_free_func (onsite_capsule_take_free);
  if (question)
    add_question (self, copy, question);
  else
    {
      copy->text = g_strdup (answer->question);
      copy->category = g_strdup ("");
      copy->principles = g_strdupv ((GStrv) none);
      copy->checklist = g_strdupv ((GStrv) none);
    }
  add_takes (self, copy, answer, selected);
  onsite_capsule_answer_link (copy, self->loop, answer);
  g_ptr_array_add (self->capsule->answers, copy);
}

static void
add_answers (Making *self)
{
  guint number = 0;

  for (guint i = 0; i < self->loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (self->loop->rounds, i);
      gboolean has_round = FALSE;

      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, j);
          const OnsiteSelectedAnswer *selected = onsite_selection_find_answer (self->selection,
                                                                               answer->id);

          number++;
          if (!selected)
            continue;
          if (!has_round)
            add_round (self, round);
          has_round = TRUE;
          add_answer (self, answer, selected, number);
        }
    }
}

OnsiteCapsule *
onsite_capsule_new (const OnsiteLoop *loop,
                    OnsitePack *pack,
                    const OnsiteSelection *selection,
                    GHashTable *peaks,
                    const char *export_id,
                    GError **error)
{
  Making making = { .loop = loop, .pack = pack, .selection = selection };

  g_return_val_if_fail (loop && pack && selection && export_id, NULL);

  if (!onsite_capsule_check_selection (selection, loop, error))
    return NULL;

  making.copier.selection = selection;
  making.copier.peaks = peaks;
  making.capsule = capsule_new_empty ();
  making.capsule->export = g_strdup (export_id);
  making.capsule->blind = selection->blind;
  making.capsule->includes = selection->includes & ~ONSITE_INCLUDE_TRANSCRIPT;
  if (selection->candidate && *selection->candidate)
    making.capsule->candidate = g_strdup (selection->candidate);
  add_loop (making.capsule, loop, pack);
  add_targets (making.capsule, pack);
  add_dimensions (making.capsule, pack);
  add_answers (&making);

  return making.capsule;
}

void
onsite_capsule_free (OnsiteCapsule *self)
{
  g_free (self->export);
  g_free (self->loop);
  g_free (self->candidate);
  g_free (self->level);
  g_free (self->level_name);
  g_free (self->pack);
  g_free (self->pack_version);
  g_free (self->pack_title);
  g_free (self->language);
  g_ptr_array_unref (self->principles);
  g_ptr_array_unref (self->checklist);
  g_ptr_array_unref (self->dimensions);
  g_ptr_array_unref (self->votes);
  g_ptr_array_unref (self->rounds);
  g_ptr_array_unref (self->exhibits);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static void
count_take (OnsiteCapsuleFigures *figures, const OnsiteCapsule *self, const OnsiteCapsuleTake *take)
{
  figures->n_takes++;
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, i);

      if (!turn->clip)
        continue;
      figures->n_clips++;
      figures->n_redactions += onsite_redaction_get_spans (turn->clip->redaction)->len;
      if (self->includes & ONSITE_INCLUDE_AUDIO)
        figures->audio_ms += turn->clip->duration_ms;
    }
}

OnsiteCapsuleFigures
onsite_capsule_count (const OnsiteCapsule *self)
{
  OnsiteCapsuleFigures figures = { .n_answers = self->answers->len };

  for (guint i = 0; i < self->answers->len; i++)
    {
      const OnsiteCapsuleAnswer *answer = g_ptr_array_index (self->answers, i);

      for (guint j = 0; j < answer->takes->len; j++)
        count_take (&figures, self, g_ptr_array_index (answer->takes, j));
    }

  return figures;
}
