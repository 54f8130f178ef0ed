/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit.h"

/* Boxes and zones alike begin with their id. */
static gconstpointer
find (GPtrArray *parts, const char *id)
{
  for (guint i = 0; i < parts->len; i++)
    {
      gpointer part = g_ptr_array_index (parts, i);

      if (g_strcmp0 (G_STRUCT_MEMBER (char *, part, 0), id) == 0)
        return part;
    }

  return NULL;
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteExhibitBox, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (OnsiteExhibitZone, id) == 0);

const OnsiteExhibitBox *
onsite_exhibit_find_box (const OnsiteExhibit *self, const char *id)
{
  return find (self->boxes, id);
}

const OnsiteExhibitZone *
onsite_exhibit_find_zone (const OnsiteExhibit *self, const char *id)
{
  return find (self->zones, id);
}

gboolean
onsite_exhibit_risk_fits_level (const OnsiteExhibitRisk *risk, const char *level)
{
  return g_strv_contains ((const char *const *) risk->levels, level);
}
