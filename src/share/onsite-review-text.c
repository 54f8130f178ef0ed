/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-review-text.h"

#include <string.h>

static gboolean
acts_unseen (gunichar c)
{
  return (c != '\n' && g_unichar_iscntrl (c)) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

char *
onsite_review_text_clean (const char *text)
{
  GString *clean;

  g_return_val_if_fail (text != NULL, NULL);

  clean = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        g_string_append_c (clean, ' ');
      else if (!acts_unseen (c))
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/* The 16 bytes that a UUID stands for. */
static void
parse_uuid (const char *uuid, guint8 bytes[16])
{
  for (guint i = 0; i < 16; uuid += 2)
    if (*uuid == '-')
      uuid--;
    else
      bytes[i++] = (guint8) (g_ascii_xdigit_value (uuid[0]) << 4 | g_ascii_xdigit_value (uuid[1]));
}

char *
onsite_review_text_make_id (const char *review, const char *part)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 space[16];
  guint8 digest[20];
  gsize length = sizeof digest;
  GString *id = g_string_new (NULL);

  g_return_val_if_fail (g_uuid_string_is_valid (review), NULL);

  parse_uuid (review, space);
  g_checksum_update (checksum, space, sizeof space);
  g_checksum_update (checksum, (const guint8 *) part, (gssize) strlen (part));
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (guint8) ((digest[6] & 0x0f) | 0x50);
  digest[8] = (guint8) ((digest[8] & 0x3f) | 0x80);
  for (guint i = 0; i < 16; i++)
    g_string_append_printf (id,
                            i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x",
                            digest[i]);

  return g_string_free (id, FALSE);
}
