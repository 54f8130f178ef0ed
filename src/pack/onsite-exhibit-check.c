/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-check.h"

#include "onsite-exhibit-reader.h"
#include "onsite-pack-check.h"

#include <glib/gi18n-lib.h>

#define fail_reference(value, error, ...) \
  onsite_json_value_fail (value, error, ONSITE_PACK_ERROR, ONSITE_PACK_ERROR_REFERENCE, __VA_ARGS__)
#define fail_content(value, error, ...) \
  onsite_json_value_fail (value, error, ONSITE_PACK_ERROR, ONSITE_PACK_ERROR_CONTENT, __VA_ARGS__)

/* The cells that a zone's frame goes around. */
typedef struct
{
  guint left, top, right, bottom;
  gboolean is_empty;
} Frame;

static const OnsiteJsonValue *
get_part_value (const OnsiteJsonValue *exhibit, const char *list, guint index)
{
  return onsite_json_value_get_child (onsite_json_value_get_member (exhibit, list), index);
}

static gboolean
check_unique (GPtrArray *parts, const char *list, const OnsiteJsonValue *value, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parts->len; i++)
    {
      char *id = G_STRUCT_MEMBER (char *, g_ptr_array_index (parts, i), 0);

      if (!g_hash_table_add (ids, id))
        return fail_reference (onsite_json_value_get_member (get_part_value (value, list, i), "id"),
                               error,
                               C_ ("error", "the id “%s” is taken already"),
                               id);
    }

  return TRUE;
}

static gboolean
check_box_reference (const OnsiteExhibit *exhibit,
                     const char *id,
                     const OnsiteJsonValue *value,
                     GError **error)
{
  if (onsite_exhibit_find_box (exhibit, id) != NULL)
    return TRUE;

  return fail_reference (value, error, C_ ("error", "no box has the id “%s”"), id);
}

/* Which box stands on a cell, of those before one. */
static const OnsiteExhibitBox *
find_at (const OnsiteExhibit *exhibit, guint column, guint row, guint before)
{
  for (guint i = 0; i < before; i++)
    {
      const OnsiteExhibitBox *box = g_ptr_array_index (exhibit->boxes, i);

      if (box->column == column && box->row == row)
        return box;
    }

  return NULL;
}

static gboolean
check_box (const OnsiteExhibit *exhibit, guint index, const OnsiteJsonValue *value, GError **error)
{
  const OnsiteExhibitBox *box = g_ptr_array_index (exhibit->boxes, index);
  const OnsiteExhibitBox *other = find_at (exhibit, box->column, box->row, index);

  if (box->zone != NULL && onsite_exhibit_find_zone (exhibit, box->zone) == NULL)
    return fail_reference (onsite_json_value_get_member (value, "zone"),
                           error,
                           C_ ("error", "no zone has the id “%s”"),
                           box->zone);
  if (other != NULL)
    return fail_content (value,
                         error,
                         C_ ("error", "“%s” stands in column %u of row %u already"),
                         other->id,
                         box->column,
                         box->row);

  return TRUE;
}

static gboolean
is_drawn_before (const OnsiteExhibit *exhibit, guint index)
{
  const OnsiteExhibitArrow *arrow = g_ptr_array_index (exhibit->arrows, index);

  for (guint i = 0; i < index; i++)
    {
      const OnsiteExhibitArrow *other = g_ptr_array_index (exhibit->arrows, i);

      if (arrow->kind == other->kind && g_str_equal (arrow->from, other->from) &&
          g_str_equal (arrow->to, other->to))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_arrow (const OnsiteExhibit *exhibit,
             guint index,
             const OnsiteJsonValue *value,
             GError **error)
{
  const OnsiteExhibitArrow *arrow = g_ptr_array_index (exhibit->arrows, index);
  const OnsiteJsonValue *from = onsite_json_value_get_member (value, "from");
  const OnsiteJsonValue *to = onsite_json_value_get_member (value, "to");

  if (!check_box_reference (exhibit, arrow->from, from, error) ||
      !check_box_reference (exhibit, arrow->to, to, error))
    return FALSE;
  if (g_str_equal (arrow->from, arrow->to))
    return fail_content (to, error, C_ ("error", "an arrow leads from a box to another"));
  if (is_drawn_before (exhibit, index))
    return fail_content (value, error, C_ ("error", "there is such an arrow already"));

  return TRUE;
}

static gboolean
check_risk (OnsitePack *self,
            const OnsiteExhibit *exhibit,
            guint index,
            const OnsiteJsonValue *value,
            GError **error)
{
  const OnsiteExhibitRisk *risk = g_ptr_array_index (exhibit->risks, index);
  const OnsiteJsonValue *at = onsite_json_value_get_member (value, "at");

  for (guint i = 0; risk->at[i] != NULL; i++)
    if (!check_box_reference (exhibit, risk->at[i], onsite_json_value_get_child (at, i), error))
      return FALSE;

  return onsite_pack_check_fields (self, onsite_exhibit_risk_fields, risk, value, error);
}

static Frame
find_frame (const OnsiteExhibit *exhibit, const OnsiteExhibitZone *zone)
{
  Frame frame = { G_MAXUINT, G_MAXUINT, 0, 0, TRUE };

  for (guint i = 0; i < exhibit->boxes->len; i++)
    {
      const OnsiteExhibitBox *box = g_ptr_array_index (exhibit->boxes, i);

      if (g_strcmp0 (box->zone, zone->id) == 0)
        frame = (Frame){ MIN (frame.left, box->column),
                         MIN (frame.top, box->row),
                         MAX (frame.right, box->column),
                         MAX (frame.bottom, box->row),
                         FALSE };
    }

  return frame;
}

static gboolean
touches (const Frame *frame, const Frame *other)
{
  return frame->left <= other->right && other->left <= frame->right &&
         frame->top <= other->bottom && other->top <= frame->bottom;
}

static gboolean
check_strangers (const OnsiteExhibit *exhibit,
                 const OnsiteExhibitZone *zone,
                 const Frame *frame,
                 const OnsiteJsonValue *value,
                 GError **error)
{
  for (guint i = 0; i < exhibit->boxes->len; i++)
    {
      const OnsiteExhibitBox *box = g_ptr_array_index (exhibit->boxes, i);
      Frame cell = { box->column, box->row, box->column, box->row, FALSE };

      if (box->zone == NULL && touches (frame, &cell))
        return fail_content (value,
                             error,
                             C_ ("error", "“%s” is not of “%s” and stands in its frame"),
                             box->id,
                             zone->id);
    }

  return TRUE;
}

static gboolean
check_zone (const OnsiteExhibit *exhibit, guint index, const OnsiteJsonValue *value, GError **error)
{
  const OnsiteExhibitZone *zone = g_ptr_array_index (exhibit->zones, index);
  Frame frame = find_frame (exhibit, zone);

  if (frame.is_empty)
    return fail_content (value, error, C_ ("error", "no box is in “%s”"), zone->id);

  for (guint i = 0; i < index; i++)
    {
      const OnsiteExhibitZone *other = g_ptr_array_index (exhibit->zones, i);
      Frame others = find_frame (exhibit, other);

      if (touches (&frame, &others))
        return fail_content (value,
                             error,
                             C_ ("error", "its frame and that of “%s” overlap"),
                             other->id);
    }

  return check_strangers (exhibit, zone, &frame, value, error);
}

gboolean
onsite_exhibit_check (OnsitePack *self,
                      gconstpointer part,
                      const OnsiteJsonValue *value,
                      GError **error)
{
  const OnsiteExhibit *exhibit = part;

  if (!check_unique (exhibit->zones, "zones", value, error) ||
      !check_unique (exhibit->boxes, "boxes", value, error))
    return FALSE;

  for (guint i = 0; i < exhibit->boxes->len; i++)
    if (!check_box (exhibit, i, get_part_value (value, "boxes", i), error))
      return FALSE;
  for (guint i = 0; i < exhibit->zones->len; i++)
    if (!check_zone (exhibit, i, get_part_value (value, "zones", i), error))
      return FALSE;
  for (guint i = 0; i < exhibit->arrows->len; i++)
    if (!check_arrow (exhibit, i, get_part_value (value, "arrows", i), error))
      return FALSE;
  for (guint i = 0; i < exhibit->risks->len; i++)
    if (!check_risk (self, exhibit, i, get_part_value (value, "risks", i), error))
      return FALSE;

  return TRUE;
}
