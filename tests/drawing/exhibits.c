/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exhibits.h"

#include "pack/onsite-builtin-packs.h"
#include "pack/onsite-pack-folder.h"

static OnsitePack *
load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_load (file, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

/* The built-in packs, and at last one with what is hard to draw. */
GPtrArray *
exhibits_load_packs (void)
{
  g_autoptr (GFile) folder = onsite_builtin_packs_get_folder ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "exhibits.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = onsite_pack_folder_read (folder, TRUE, NULL, &error);
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_pack_unref);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (packs, load (onsite_pack_entry_get_file (g_ptr_array_index (entries, i))));
  g_ptr_array_add (packs, load (file));

  return packs;
}

PangoContext *
exhibits_make_context (const char *font)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_context_set_font_description (context, description);
  pango_font_description_free (description);

  return context;
}

static void
laid_out_free (LaidOut *self)
{
  onsite_exhibit_drawing_free (self->drawing);
  onsite_pack_unref (self->pack);
  g_free (self->name);
  g_free (self);
}

static void
lay_out_pack (GPtrArray *all, OnsitePack *pack, const char *font)
{
  GPtrArray *exhibits = onsite_pack_get_exhibits (pack);
  PangoContext *context = exhibits_make_context (font);

  for (guint i = 0; i < 2 * exhibits->len; i++)
    {
      const gboolean transposed = i % 2 == 1;
      LaidOut *one = g_new0 (LaidOut, 1);

      one->pack = onsite_pack_ref (pack);
      one->exhibit = g_ptr_array_index (exhibits, i / 2);
      one->drawing = onsite_exhibit_drawing_new (one->exhibit, context, transposed);
      one->name = g_strdup_printf ("%s in %s%s",
                                   one->exhibit->id,
                                   font,
                                   transposed ? ", transposed" : "");
      g_ptr_array_add (all, one);
    }
  g_object_unref (context);
}

GPtrArray *
exhibits_lay_out (const char *const *fonts)
{
  g_autoptr (GPtrArray) packs = exhibits_load_packs ();
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) laid_out_free);

  for (guint i = 0; fonts[i]; i++)
    for (guint j = 0; j < packs->len; j++)
      lay_out_pack (all, g_ptr_array_index (packs, j), fonts[i]);

  return all;
}

void
exhibits_check_each (GPtrArray *laid_out, ExhibitTest test)
{
  for (guint i = 0; i < laid_out->len; i++)
    {
      const LaidOut *one = g_ptr_array_index (laid_out, i);

      g_test_message ("%s", one->name);
      test (one->exhibit, one->drawing);
    }
}
