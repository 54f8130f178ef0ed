/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-chunk.h"

void
onsite_chunk_free (OnsiteChunk *self)
{
  g_clear_pointer (&self->packets, g_bytes_unref);
  g_clear_pointer (&self->peaks, g_bytes_unref);
  g_free (self);
}
