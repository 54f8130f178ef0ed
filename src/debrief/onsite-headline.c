/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-headline.h"

static void
add_gaps (GPtrArray *gaps, GPtrArray *rows, gboolean asked)
{
  for (guint i = 0; i < rows->len; i++)
    {
      OnsiteCoverageRow *row = g_ptr_array_index (rows, i);

      if (row->gap && (row->n_asked > 0) == asked)
        g_ptr_array_add (gaps, row);
    }
}

static GPtrArray *
find_gaps (const OnsiteDebrief *debrief)
{
  GPtrArray *gaps = g_ptr_array_new ();

  add_gaps (gaps, debrief->principles, TRUE);
  add_gaps (gaps, debrief->principles, FALSE);
  add_gaps (gaps, debrief->checklist, TRUE);
  add_gaps (gaps, debrief->checklist, FALSE);

  return gaps;
}

static GPtrArray *
find_unrated (const OnsiteDebrief *debrief)
{
  GPtrArray *unrated = g_ptr_array_new ();

  for (guint i = 0; i < debrief->answers->len; i++)
    {
      OnsiteAnswerSummary *answer = g_ptr_array_index (debrief->answers, i);

      if (answer->asked && !answer->answer->skipped && answer->n_rated < debrief->dimensions->len)
        g_ptr_array_add (unrated, answer);
    }

  return unrated;
}

static const OnsiteDimensionSummary *
find_weakest (GPtrArray *dimensions)
{
  const OnsiteDimensionSummary *lowest = NULL;
  const OnsiteDimensionSummary *highest = NULL;

  for (guint i = 0; i < dimensions->len; i++)
    {
      const OnsiteDimensionSummary *dimension = g_ptr_array_index (dimensions, i);

      if (dimension->n == 0)
        continue;
      if (!lowest || dimension->mean < lowest->mean)
        lowest = dimension;
      if (!highest || dimension->mean > highest->mean)
        highest = dimension;
    }

  return lowest != highest ? lowest : NULL;
}

OnsiteHeadline *
onsite_headline_new (const OnsiteDebrief *debrief)
{
  OnsiteHeadline *self = g_new0 (OnsiteHeadline, 1);

  self->gaps = find_gaps (debrief);
  self->unrated = find_unrated (debrief);
  self->weakest = find_weakest (debrief->dimensions);

  for (guint i = 0; i < debrief->rounds->len; i++)
    {
      const OnsiteRoundSummary *summary = g_ptr_array_index (debrief->rounds, i);

      self->n_interruptions += summary->round->interruptions;
      self->n_ended_early += summary->round->ended_early;
    }

  return self;
}

void
onsite_headline_free (OnsiteHeadline *self)
{
  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->unrated);
  g_free (self);
}
