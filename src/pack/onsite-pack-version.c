/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pack-version.h"

#include <string.h>

#define N_NUMBERS 3

int
onsite_pack_version_compare (const char *a, const char *b)
{
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      gsize a_length = strcspn (a, ".");
      gsize b_length = strcspn (b, ".");
      /* Without leading zeros, the longer number is the larger one. */
      int order = a_length != b_length ? (a_length < b_length ? -1 : 1) : strncmp (a, b, a_length);

      if (order != 0)
        return order;

      a += a_length + (a[a_length] != '\0');
      b += b_length + (b[b_length] != '\0');
    }

  return 0;
}
