/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiny-pack.h"

#include <string.h>

/* The text of the tiny pack, which the tests change to what they need. */
char *
tiny_pack_read_text (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
apply (GString *text, const TinyEdit *edit)
{
  const char *from = edit->after != NULL ? strstr (text->str, edit->after) : text->str;
  const char *place;

  g_assert_nonnull (from);
  place = strstr (from, edit->find);
  g_assert_nonnull (place);
  g_string_erase (text, place - text->str, (gssize) strlen (edit->find));
  g_string_insert (text, place - text->str, edit->replace);
}

/* The tiny pack after some edits, up to the first that is empty. */
GBytes *
tiny_pack_edit (const TinyEdit *edits)
{
  g_autofree char *original = tiny_pack_read_text ();
  GString *text = g_string_new (original);

  for (guint i = 0; i < TINY_MOST_EDITS && edits[i].find != NULL; i++)
    apply (text, edits + i);

  return g_string_free_to_bytes (text);
}
