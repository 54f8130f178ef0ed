/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-check.h"

#include "onsite-exhibit-check.h"
#include "onsite-pack-level-check.h"
#include "onsite-pack-private.h"

#include <glib/gi18n-lib.h>

#define fail_reference(value, error, ...) \
  onsite_json_value_fail (value, error, ONSITE_PACK_ERROR, ONSITE_PACK_ERROR_REFERENCE, __VA_ARGS__)
#define fail_content(value, error, ...) \
  onsite_json_value_fail (value, error, ONSITE_PACK_ERROR, ONSITE_PACK_ERROR_CONTENT, __VA_ARGS__)

/* A check of one part, with the value that it was read from. */
typedef gboolean (*CheckPart) (OnsitePack *self,
                               gconstpointer part,
                               const OnsiteJsonValue *value,
                               GError **error);

static const OnsiteJsonValue *
get_list_value (const OnsiteJsonValue *root, OnsitePackList list)
{
  return onsite_json_value_get_member (root, onsite_pack_layout (list)->member);
}

static gboolean
check_reference (OnsitePack *self,
                 OnsitePackList list,
                 const char *id,
                 const OnsiteJsonValue *value,
                 GError **error)
{
  if (onsite_pack_find (self, list, id) != NULL)
    return TRUE;

  return fail_reference (value,
                         error,
                         C_ ("error", "nothing in “%s” has the id “%s”"),
                         onsite_pack_layout (list)->member,
                         id);
}

static gboolean
check_field (OnsitePack *self,
             const OnsitePackField *field,
             gconstpointer part,
             const OnsiteJsonValue *value,
             GError **error)
{
  gconstpointer text = (const char *) part + field->offset;
  char *const *list;

  if (field->most == 0)
    return check_reference (self, field->refers_to, *(char *const *) text, value, error);

  list = *(char *const *const *) text;
  for (guint i = 0; list[i] != NULL; i++)
    if (!check_reference (self,
                          field->refers_to,
                          list[i],
                          onsite_json_value_get_child (value, i),
                          error))
      return FALSE;

  return TRUE;
}

static gboolean
check_shares (OnsitePack *self, const OnsiteJsonValue *root, GError **error)
{
  GPtrArray *categories = self->parts[ONSITE_PACK_CATEGORIES];
  guint sum = 0;

  for (guint i = 0; i < categories->len; i++)
    sum += ((const OnsiteCategory *) g_ptr_array_index (categories, i))->share;
  if (sum == 100)
    return TRUE;

  return fail_content (get_list_value (root, ONSITE_PACK_CATEGORIES),
                       error,
                       C_ ("error", "the shares add up to %u, and not to 100"),
                       sum);
}

static gboolean
check_anchors (OnsitePack *self,
               const OnsiteDimension *dimension,
               guint index,
               const OnsiteJsonValue *value,
               GError **error)
{
  const OnsiteAnchors *anchors = g_ptr_array_index (dimension->anchors, index);

  if (!onsite_pack_check_fields (self, onsite_pack_anchors_fields, anchors, value, error))
    return FALSE;
  if (onsite_dimension_get_anchors (dimension, anchors->level) == anchors)
    return TRUE;

  return fail_reference (onsite_json_value_get_member (value, "level"),
                         error,
                         C_ ("error", "there are anchors for “%s” already"),
                         anchors->level);
}

static gboolean
check_dimension (OnsitePack *self, gconstpointer part, const OnsiteJsonValue *value, GError **error)
{
  const OnsiteDimension *dimension = part;
  const OnsiteJsonValue *list = onsite_json_value_get_member (value, "anchors");
  GPtrArray *levels = self->parts[ONSITE_PACK_LEVELS];

  for (guint i = 0; i < dimension->anchors->len; i++)
    if (!check_anchors (self, dimension, i, onsite_json_value_get_child (list, i), error))
      return FALSE;

  for (guint i = 0; i < levels->len; i++)
    {
      const OnsiteLevel *level = g_ptr_array_index (levels, i);

      if (onsite_dimension_get_anchors (dimension, level->id) == NULL)
        return fail_content (list, error, C_ ("error", "there are no anchors for “%s”"), level->id);
    }

  return TRUE;
}

static gboolean
check_vote (OnsitePack *self, gconstpointer part, const OnsiteJsonValue *value, GError **error)
{
  const OnsiteVote *vote = part;
  GPtrArray *votes = self->parts[ONSITE_PACK_VOTES];

  for (guint i = 0; g_ptr_array_index (votes, i) != part; i++)
    {
      const OnsiteVote *other = g_ptr_array_index (votes, i);

      if (other->value == vote->value)
        return fail_content (onsite_json_value_get_member (value, "value"),
                             error,
                             C_ ("error", "“%s” has this value already"),
                             other->id);
    }

  return TRUE;
}

static gboolean
check_question_checklist (OnsitePack *self,
                          const OnsiteQuestion *question,
                          const OnsiteJsonValue *list,
                          GError **error)
{
  for (guint i = 0; question->checklist[i] != NULL; i++)
    {
      const OnsiteChecklistItem *item = onsite_pack_find_checklist_item (self,
                                                                         question->checklist[i]);

      if (item->fed_by_loops)
        return fail_content (onsite_json_value_get_child (list, i),
                             error,
                             C_ ("error", "“%s” is fed by loops, and not by answers"),
                             item->id);
    }

  return TRUE;
}

/* The rounds that a question names ask for its category; else it would never be asked there. */
static gboolean
check_question_rounds (OnsitePack *self,
                       const OnsiteQuestion *question,
                       const OnsiteJsonValue *list,
                       GError **error)
{
  for (guint i = 0; question->rounds[i] != NULL; i++)
    {
      const OnsiteRoundKind *round = onsite_pack_find_round_kind (self, question->rounds[i]);

      if (!onsite_question_fits_round (question, round))
        return fail_content (onsite_json_value_get_child (list, i),
                             error,
                             C_ ("error", "the round “%s” asks no questions of “%s”"),
                             round->id,
                             question->category);
    }

  return TRUE;
}

static gboolean
can_be_asked_at (OnsitePack *self, const OnsiteQuestion *question, const char *level_id)
{
  const OnsiteLevel *level = onsite_pack_find_level (self, level_id);

  for (guint i = 0; level->rounds[i] != NULL; i++)
    if (onsite_question_fits_round (question, onsite_pack_find_round_kind (self, level->rounds[i])))
      return TRUE;

  return FALSE;
}

static gboolean
check_question_levels (OnsitePack *self,
                       const OnsiteQuestion *question,
                       const OnsiteJsonValue *list,
                       GError **error)
{
  for (guint i = 0; question->levels[i] != NULL; i++)
    if (can_be_asked_at (self, question, question->levels[i]))
      return TRUE;

  return fail_content (list, error, C_ ("error", "none of these levels has a round that asks it"));
}

static gboolean
check_question (OnsitePack *self, gconstpointer part, const OnsiteJsonValue *value, GError **error)
{
  const OnsiteJsonValue *checklist = onsite_json_value_get_member (value, "checklist");
  const OnsiteJsonValue *rounds = onsite_json_value_get_member (value, "rounds");
  const OnsiteJsonValue *levels = onsite_json_value_get_member (value, "levels");

  return check_question_checklist (self, part, checklist, error) &&
         check_question_rounds (self, part, rounds, error) &&
         check_question_levels (self, part, levels, error);
}

static gboolean
check_parts (OnsitePack *self,
             OnsitePackList list,
             CheckPart check,
             const OnsiteJsonValue *root,
             GError **error)
{
  const OnsiteJsonValue *values = get_list_value (root, list);

  for (guint i = 0; i < self->parts[list]->len; i++)
    if (!check (self,
                g_ptr_array_index (self->parts[list], i),
                onsite_json_value_get_child (values, i),
                error))
      return FALSE;

  return TRUE;
}

static gboolean
check_references (OnsitePack *self, const OnsiteJsonValue *root, GError **error)
{
  for (OnsitePackList list = ONSITE_PACK_NOTHING + 1; list < ONSITE_PACK_N_LISTS; list++)
    {
      const OnsiteJsonValue *values = get_list_value (root, list);

      for (guint i = 0; i < self->parts[list]->len; i++)
        if (!onsite_pack_check_fields (self,
                                       onsite_pack_layout (list)->fields,
                                       g_ptr_array_index (self->parts[list], i),
                                       onsite_json_value_get_child (values, i),
                                       error))
          return FALSE;
    }

  return TRUE;
}

gboolean
onsite_pack_check_fields (OnsitePack *self,
                          const OnsitePackField *fields,
                          gconstpointer part,
                          const OnsiteJsonValue *value,
                          GError **error)
{
  for (const OnsitePackField *field = fields; field->member != NULL; field++)
    if (field->refers_to != ONSITE_PACK_NOTHING &&
        G_STRUCT_MEMBER (gpointer, part, field->offset) != NULL &&
        !check_field (self,
                      field,
                      part,
                      onsite_json_value_get_member (value, field->member),
                      error))
      return FALSE;

  return TRUE;
}

gboolean
onsite_pack_check (OnsitePack *self, const OnsiteJsonValue *root, GError **error)
{
  return check_references (self, root, error) && check_shares (self, root, error) &&
         check_parts (self, ONSITE_PACK_DIMENSIONS, check_dimension, root, error) &&
         check_parts (self, ONSITE_PACK_VOTES, check_vote, root, error) &&
         check_parts (self, ONSITE_PACK_EXHIBITS, onsite_exhibit_check, root, error) &&
         check_parts (self, ONSITE_PACK_QUESTIONS, check_question, root, error) &&
         check_parts (self, ONSITE_PACK_LEVELS, onsite_pack_level_check, root, error);
}
