/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-guide.h"

#include "onsite-guide-layout.h"

#include <string.h>

/* Whose items are the names themselves. */
static gboolean
is_of_names (const OnsiteGuideBlock *self)
{
  return self->kind == ONSITE_GUIDE_LIST;
}

guint
onsite_guide_block_count_items (const OnsiteGuideBlock *self)
{
  if (is_of_names (self))
    return g_strv_length (self->names);
  if (self->kind == ONSITE_GUIDE_TEXT || self->kind == ONSITE_GUIDE_SHARES)
    return 1;

  return self->parts->len;
}

static void
tell_all (GStrv texts, OnsiteGuideTextFunc func, gpointer user_data)
{
  for (guint i = 0; texts[i] != NULL; i++)
    func (texts[i], user_data);
}

static void
tell_fields (const OnsitePackField *fields,
             gconstpointer part,
             OnsiteGuideTextFunc func,
             gpointer user_data)
{
  for (const OnsitePackField *field = fields; field->member != NULL; field++)
    {
      const char *text = G_STRUCT_MEMBER (const char *, part, field->offset);

      if (text != NULL)
        func (text, user_data);
    }
}

static void
tell_series (const OnsiteGuideBlock *self, OnsiteGuideTextFunc func, gpointer user_data)
{
  tell_all (self->names, func, user_data);
  for (guint i = 0; i < self->parts->len; i++)
    tell_fields (onsite_guide_layout (self->kind)->fields,
                 g_ptr_array_index (self->parts, i),
                 func,
                 user_data);
}

static void
tell_row (const OnsiteGuideBlock *self, guint item, OnsiteGuideTextFunc func, gpointer user_data)
{
  const OnsiteGuideRow *row = g_ptr_array_index (self->parts, item);

  tell_all (self->names, func, user_data);
  tell_all (row->cells, func, user_data);
}

void
onsite_guide_block_foreach_text (const OnsiteGuideBlock *self,
                                 guint item,
                                 OnsiteGuideTextFunc func,
                                 gpointer user_data)
{
  g_return_if_fail (item < onsite_guide_block_count_items (self));

  if (item == 0 && self->title != NULL)
    func (self->title, user_data);

  if (self->kind == ONSITE_GUIDE_TEXT)
    func (self->text, user_data);
  else if (is_of_names (self))
    func (self->names[item], user_data);
  else if (self->kind == ONSITE_GUIDE_SHARES)
    tell_series (self, func, user_data);
  else if (self->kind == ONSITE_GUIDE_TABLE)
    tell_row (self, item, func, user_data);
  else
    tell_fields (onsite_guide_layout (self->kind)->fields,
                 g_ptr_array_index (self->parts, item),
                 func,
                 user_data);
}

guint
onsite_guide_find_section (const OnsiteGuide *self, const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const OnsiteGuideSection *section = g_ptr_array_index (self->sections, i);

      if (g_strcmp0 (section->id, id) == 0)
        return i;
    }

  return 0;
}

int
onsite_guide_find_about (const OnsiteGuide *self, OnsiteGuideAbout about)
{
  for (guint i = 0; self != NULL && i < self->sections->len; i++)
    {
      const OnsiteGuideSection *section = g_ptr_array_index (self->sections, i);

      if (section->about == about)
        return (int) i;
    }

  return -1;
}

void
onsite_guide_free (OnsiteGuide *self)
{
  g_ptr_array_unref (self->sections);
  g_free (self);
}
