/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <gio/gio.h>
#include <string.h>

/*
 * Runs a fuzz target without libFuzzer, so that every build does, with any
 * compiler and under the sanitizers: each seed as it is, then broken in small
 * ways. The seeds are the arguments.
 */

static const char *const snippets[] = {
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\"",
  "\\",
  "\\u0000",
  "\\ud83d",
  "-",
  "0",
  "1e309",
  "9223372036854775808",
  "null",
  "\n",
  " ",
  "/*",
  "\xef\xbb\xbf",
  "\xc3",
  "{}",
  "[]",
  "\"\"",
  "L5",
};

static guint
count_rounds (void)
{
  return g_getenv ("ONSITE_TEST_FULL") != NULL ? 5000 : 300;
}

static void
break_once (GByteArray *bytes)
{
  guint at = (guint) g_test_rand_int_range (0, (gint32) bytes->len + 1);
  guint n_wanted = (guint) g_test_rand_int_range (1, 40);
  guint n_bytes = MIN (n_wanted, bytes->len - at);
  g_autofree guint8 *piece = g_memdup2 (bytes->data + at, n_bytes);
  int i = g_test_rand_int_range (0, G_N_ELEMENTS (snippets) * 2);

  /* Half of the time a piece goes elsewhere, else it makes room for a snippet. */
  g_byte_array_remove_range (bytes, at, n_bytes);
  at = (guint) g_test_rand_int_range (0, (gint32) bytes->len + 1);
  if (i < (int) G_N_ELEMENTS (snippets))
    {
      g_autofree guint8 *rest = g_memdup2 (bytes->data + at, bytes->len - at);
      guint n_rest = bytes->len - at;

      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, (const guint8 *) snippets[i], (guint) strlen (snippets[i]));
      g_byte_array_append (bytes, rest, n_rest);
    }
  else
    {
      g_byte_array_append (bytes, piece, n_bytes);
    }
}

/* In a block of exactly its size, so that a byte read behind it is seen. */
static void
run (GByteArray *bytes)
{
  g_autofree guint8 *data = g_memdup2 (bytes->data, bytes->len);

  g_assert_cmpint (LLVMFuzzerTestOneInput (data, bytes->len), ==, 0);
}

static void
test_seed (gconstpointer path)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (guint i = 0; i < count_rounds (); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
      for (guint j = 0; j < i % 4; j++)
        break_once (bytes);
      run (bytes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *path = g_strdup_printf ("/fuzz/%s/holds when broken", name);

      g_test_add_data_func (path, argv[i], test_seed);
    }

  return g_test_run ();
}
