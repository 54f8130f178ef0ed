/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "json/rewrite-document.h"

#include <string.h>

/*
 * Whatever is read can be written, and reads the same then; whatever is
 * refused is refused with a message that names the file.
 */

static const OnsiteJsonLimits limits = {
  .max_bytes = 65536,
  .max_depth = 64,
  .max_values = 10000,
};

static OnsiteJsonDocument *
parse (const void *data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return onsite_json_document_new_from_bytes (bytes, "fuzz.json", &limits, error);
}

static void
check_document (OnsiteJsonDocument *document)
{
  g_autofree char *pretty = rewrite_document (document, TRUE);
  g_autofree char *once = rewrite_document (document, FALSE);
  g_autofree char *twice = NULL;
  g_autoptr (OnsiteJsonDocument) again = NULL;

  /* What is indented and escaped anew may be larger than what is read. */
  if (strlen (pretty) > limits.max_bytes)
    return;

  again = parse (pretty, strlen (pretty), NULL);
  g_assert_nonnull (again);
  twice = rewrite_document (again, FALSE);
  g_assert_cmpstr (once, ==, twice);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteJsonDocument) document = parse (data, size, &error);

  if (document != NULL)
    check_document (document);
  else
    g_assert_true (g_str_has_prefix (error->message, "fuzz.json:"));

  return 0;
}
