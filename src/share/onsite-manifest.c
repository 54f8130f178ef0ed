/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-manifest.h"

#include <glib/gi18n-lib.h>

#define MS_PER_SECOND 1000

static void
add (GStrvBuilder *list, char *sentence)
{
  g_strv_builder_add (list, sentence);
  g_free (sentence);
}

static void
add_if (GStrvBuilder *list, gboolean holds, const char *sentence)
{
  if (holds)
    g_strv_builder_add (list, sentence);
}

static void
add_answers (GStrvBuilder *list, const OnsiteCapsuleFigures *figures)
{
  add (list,
       g_strdup_printf (ngettext ("%u answer: what was asked, and its follow-ups",
                                  "%u answers: what was asked, and their follow-ups",
                                  figures->n_answers),
                        figures->n_answers));
  if (figures->n_takes > figures->n_answers)
    add (list,
         g_strdup_printf (ngettext ("%u take of them", "%u takes of them", figures->n_takes),
                          figures->n_takes));
}

static void
add_sound (GStrvBuilder *list, gint64 audio_ms)
{
  gint64 seconds = (audio_ms + MS_PER_SECOND - 1) / MS_PER_SECOND;

  /* Translators: minutes and seconds */
  add (list,
       g_strdup_printf (C_ ("manifest", "The sound, %d:%02d minutes of it"),
                        (int) (seconds / 60),
                        (int) (seconds % 60)));
}

typedef gboolean (*AnswerFunc) (const OnsiteCapsuleAnswer *answer);

static gboolean
has_answer (const OnsiteCapsule *capsule, AnswerFunc is_wanted)
{
  for (guint i = 0; i < capsule->answers->len; i++)
    if (is_wanted (g_ptr_array_index (capsule->answers, i)))
      return TRUE;

  return FALSE;
}

static gboolean
has_marks (const OnsiteCapsuleAnswer *answer)
{
  for (guint i = 0; i < answer->takes->len; i++)
    {
      const OnsiteCapsuleTake *take = g_ptr_array_index (answer->takes, i);

      if (take->marks->len > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_answered (const OnsiteCapsuleAnswer *answer)
{
  for (guint i = 0; i < answer->takes->len; i++)
    if (((const OnsiteCapsuleTake *) answer->takes->pdata[i])->answered)
      return TRUE;

  return FALSE;
}

static gboolean
has_request (const OnsiteCapsuleAnswer *answer)
{
  return *answer->listen_for != '\0';
}

GStrv
onsite_manifest_list_leaving (const OnsiteCapsule *capsule)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  OnsiteCapsuleFigures figures = onsite_capsule_count (capsule);
  gboolean notes = (capsule->includes & ONSITE_INCLUDE_NOTES) != 0;

  add_answers (list, &figures);
  add_if (list,
          TRUE,
          C_ ("manifest", "Level and rounds of the loop, and what answers are held against"));
  if (capsule->includes & ONSITE_INCLUDE_AUDIO)
    add_sound (list, figures.audio_ms);
  else
    add_if (list,
            (capsule->includes & ONSITE_INCLUDE_WAVEFORM) != 0,
            C_ ("manifest", "How loud it is at each moment, without the sound"));
  add_if (list, notes, C_ ("manifest", "Notes, with answers and at marked places"));
  add_if (list,
          !notes && has_answer (capsule, has_marks),
          C_ ("manifest", "Marked places, without the notes there"));
  add_if (list,
          (capsule->includes & ONSITE_INCLUDE_EVIDENCE) != 0,
          C_ ("manifest", "What was found in answers to support a principle, and where"));
  add_if (list,
          (capsule->includes & ONSITE_INCLUDE_DELIVERY) != 0,
          C_ ("manifest", "Figures of the delivery: how long, and how much of it is silence"));
  add_if (list, !capsule->blind, C_ ("manifest", "Self-ratings, own votes and claims"));
  add_if (list,
          has_answer (capsule, has_answered),
          C_ ("manifest", "The comments that takes answer, with the coach’s name"));
  add_if (list,
          has_answer (capsule, has_request),
          C_ ("manifest", "What the coach is asked to listen for"));
  if (capsule->candidate)
    add (list, g_strdup_printf (C_ ("manifest", "The name “%s”"), capsule->candidate));

  return g_strv_builder_end (list);
}

GStrv
onsite_manifest_list_staying (const OnsiteCapsule *capsule)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  guint n_redactions = onsite_capsule_count (capsule).n_redactions;

  add_if (list, TRUE, C_ ("manifest", "All other answers and takes, and all other loops"));
  if (n_redactions > 0)
    add (list,
         g_strdup_printf (ngettext ("%u muted or cut span", "%u muted or cut spans", n_redactions),
                          n_redactions));
  add_if (list, !(capsule->includes & ONSITE_INCLUDE_AUDIO), C_ ("manifest", "The sound"));
  add_if (list, !(capsule->includes & ONSITE_INCLUDE_NOTES), C_ ("manifest", "Notes"));
  add_if (list,
          !(capsule->includes & ONSITE_INCLUDE_EVIDENCE),
          C_ ("manifest", "What was found in answers to support a principle"));
  add_if (list,
          !(capsule->includes & ONSITE_INCLUDE_DELIVERY),
          C_ ("manifest", "Figures of the delivery"));
  add_if (list, capsule->blind, C_ ("manifest", "Self-ratings, own votes and claims"));
  add_if (list, !capsule->candidate, C_ ("manifest", "The candidate’s name"));
  add_if (list,
          TRUE,
          C_ ("manifest", "Dates and times of day, names of devices, and where files lie"));

  return g_strv_builder_end (list);
}
