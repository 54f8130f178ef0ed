/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-mix.h"

static void
share_free (OnsiteShare *self)
{
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static OnsiteShare *
share_new (const OnsiteCategory *category, GPtrArray *answers)
{
  OnsiteShare *self = g_new0 (OnsiteShare, 1);

  self->category = category->id;
  self->name = category->name;
  self->aim_percent = category->share;
  self->answers = g_ptr_array_new ();

  for (guint i = 0; i < answers->len; i++)
    {
      OnsiteAnswerSummary *answer = g_ptr_array_index (answers, i);

      if (!answer->question || !g_str_equal (answer->question->category, category->id))
        continue;
      g_ptr_array_add (self->answers, answer);
      self->asked += answer->asked;
    }
  self->planned = self->answers->len;

  return self;
}

GPtrArray *
onsite_mix_new (OnsitePack *pack, GPtrArray *answers)
{
  GPtrArray *categories = onsite_pack_get_categories (pack);
  GPtrArray *mix = g_ptr_array_new_with_free_func ((GDestroyNotify) share_free);

  for (guint i = 0; i < categories->len; i++)
    g_ptr_array_add (mix, share_new (g_ptr_array_index (categories, i), answers));

  return mix;
}
