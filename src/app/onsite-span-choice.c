/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-span-choice.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"

void
onsite_span_choice_begin (OnsiteSpanChoice *self, gint64 at_ms)
{
  self->from_ms = at_ms;
  if (self->to_ms <= at_ms)
    self->to_ms = -1;
}

void
onsite_span_choice_end (OnsiteSpanChoice *self, gint64 at_ms)
{
  self->to_ms = at_ms;
  if (self->from_ms >= at_ms)
    self->from_ms = -1;
}

gboolean
onsite_span_choice_is_whole (const OnsiteSpanChoice *self)
{
  return self->from_ms >= 0 && self->to_ms >= 0;
}

char *
onsite_span_choice_describe (const OnsiteSpanChoice *self)
{
  g_autofree char *from = onsite_format_tenths (self->from_ms);
  g_autofree char *to = onsite_format_tenths (self->to_ms);

  if (onsite_span_choice_is_whole (self))
    /* Translators: a span of a recording: "From 0:01.5 to 0:02.0". */
    return g_strdup_printf (C_ ("spans", "From %s to %s"), from, to);
  if (self->from_ms >= 0)
    /* Translators: a place in a recording, at which a span begins whose end is still open. */
    return g_strdup_printf (C_ ("spans", "From %s on. Where does it end?"), from);
  if (self->to_ms >= 0)
    /* Translators: a place in a recording, at which a span ends whose beginning is still open. */
    return g_strdup_printf (C_ ("spans", "Up to %s. Where does it begin?"), to);

  return g_strdup (C_ ("spans",
                       "Drag over the waveform, or go to a place and choose where it begins and "
                       "where it ends."));
}
