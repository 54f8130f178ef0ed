/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many sentences tell what happened: enough for a course of events, and
 * read in half a minute, while the clock runs. */
#define ONSITE_OUTAGE_SENTENCES 5

/**
 * OnsiteOutage:
 * @id: stable id, unique among the pack's outages
 * @title: what it is called
 * @source: whose public report it follows, and of when
 * @what_happened: %ONSITE_OUTAGE_SENTENCES sentences, to be read beside the question
 * @root_cause: what was at the bottom of it
 * @blast_radius: what it took down, and for how long
 * @control: what would have prevented it, or kept it small
 *
 * An outage of which somebody published a report, for a question to be about.
 * The last three are what an answer should come to: they are shown when it has
 * been given, and before only as a hint. Owned by its pack; never changes.
 */
typedef struct
{
  char *id;
  char *title;
  char *source;
  GStrv what_happened;
  char *root_cause;
  char *blast_radius;
  char *control;
} OnsiteOutage;

G_END_DECLS
