/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-stored-loop.h"

void
onsite_stored_loop_free (OnsiteStoredLoop *self)
{
  g_clear_pointer (&self->loop, onsite_loop_free);
  g_clear_pointer (&self->pack, g_bytes_unref);
  g_free (self->session);
  g_free (self);
}
