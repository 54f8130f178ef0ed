/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rewrite-document.h"

#include <stdio.h>

/*
 * Reads lines of base64, each a text. Answers each by a line: "+" and the text
 * as this program writes what it has read, or "-" and why it has not.
 */

static const OnsiteJsonLimits limits = {
  .max_bytes = 100000,
  .max_depth = 32,
  .max_values = 50000,
};

static char *
answer (const char *line)
{
  gsize length;
  guchar *text = g_base64_decode (line, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteJsonDocument) document = onsite_json_document_new_from_bytes (bytes,
                                                                                 "t.json",
                                                                                 &limits,
                                                                                 &error);
  g_autofree char *rewritten = NULL;

  if (document == NULL)
    return g_strdup_printf ("- %s", error->message);

  rewritten = rewrite_document (document, FALSE);

  return g_strdup_printf ("+ %s", rewritten);
}

int
main (void)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  g_autofree char *line = NULL;
  gsize end;

  while (g_io_channel_read_line (input, &line, NULL, &end, NULL) == G_IO_STATUS_NORMAL)
    {
      g_autofree char *output = NULL;

      line[end] = '\0';
      output = answer (line);
      puts (output);
      g_clear_pointer (&line, g_free);
    }

  return 0;
}
