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
check_both_ways (const OnsiteExhibit *exhibit, PangoContext *context, ExhibitTest test)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (OnsiteExhibitDrawing) drawing = onsite_exhibit_drawing_new (exhibit, context, i);

      g_test_message ("%s%s", exhibit->id, i > 0 ? ", transposed" : "");
      test (exhibit, drawing);
    }
}

static void
check_in_type (const char *font, ExhibitTest test)
{
  g_autoptr (GPtrArray) packs = exhibits_load_packs ();
  PangoContext *context = exhibits_make_context (font);

  for (guint i = 0; i < packs->len; i++)
    {
      GPtrArray *exhibits = onsite_pack_get_exhibits (g_ptr_array_index (packs, i));

      for (guint j = 0; j < exhibits->len; j++)
        check_both_ways (g_ptr_array_index (exhibits, j), context, test);
    }
  g_object_unref (context);
}

void
exhibits_check_each (ExhibitTest test)
{
  check_in_type ("Cantarell 11", test);
}

void
exhibits_check_each_in_any_type (ExhibitTest test)
{
  check_in_type ("Cantarell 11", test);
  check_in_type ("Monospace 22", test);
  check_in_type ("Sans 7", test);
}
