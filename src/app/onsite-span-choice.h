/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteSpanChoice:
 * @from_ms: where it begins in a clip; -1 as long as nobody said
 * @to_ms: where it ends; -1 likewise
 *
 * A span of a clip while a person chooses it, one end after the other or both at once.
 * Where both are set it begins before it ends. Plain data.
 */
typedef struct
{
  gint64 from_ms;
  gint64 to_ms;
} OnsiteSpanChoice;

/** ONSITE_SPAN_CHOICE_NONE: nothing is chosen. */
#define ONSITE_SPAN_CHOICE_NONE ((OnsiteSpanChoice){ -1, -1 })

/**
 * onsite_span_choice_begin:
 * @self: a choice
 * @at_ms: where it begins
 *
 * An end that isn't after that is forgotten.
 */
void onsite_span_choice_begin (OnsiteSpanChoice *self, gint64 at_ms);

/**
 * onsite_span_choice_end:
 * @self: a choice
 * @at_ms: where it ends
 *
 * A beginning that isn't before that is forgotten.
 */
void onsite_span_choice_end (OnsiteSpanChoice *self, gint64 at_ms);

/**
 * onsite_span_choice_is_whole:
 * @self: a choice
 *
 * Returns: whether both its ends are set
 */
gboolean onsite_span_choice_is_whole (const OnsiteSpanChoice *self);

/**
 * onsite_span_choice_describe:
 * @self: a choice
 *
 * Returns: (transfer full): "From 0:01.5 to 0:02.0", or what is left to do
 */
char *onsite_span_choice_describe (const OnsiteSpanChoice *self);

G_END_DECLS
