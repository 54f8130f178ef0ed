/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-texts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "onsite-share-track.h"

#define MS_PER_HOUR (60 * 60 * 1000)
#define MS_PER_MIN  (60 * 1000)

/* How long a mark of a point is shown. */
#define POINT_MS 1000

typedef void (*AddSpan) (GString *text, gint64 from_ms, gint64 to_ms, const char *words);

/* One line, whatever it was. */
static char *
make_line (const char *words)
{
  char *line = g_utf8_make_valid (words, -1);

  for (char *c = line; *c; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';

  return line;
}

static const char *
name_mark (const OnsiteCapsuleMark *mark)
{
  return *mark->note ? mark->note : C_ ("export", "Mark");
}

static void
add_turn (GString *text, const OnsiteShareTrack *track, guint index, gint64 point_ms, AddSpan add)
{
  const OnsiteCapsuleTurn *turn = g_ptr_array_index (track->take->turns, index);
  gint64 start_ms = onsite_share_track_get_start (track, index);

  if (!turn->clip)
    return;
  add (text, start_ms, start_ms + turn->clip->duration_ms, turn->prompt);
  for (guint i = 0; i < track->take->marks->len; i++)
    {
      const OnsiteCapsuleMark *mark = g_ptr_array_index (track->take->marks, i);
      gint64 end_ms = mark->to_ms >= 0 ? mark->to_ms : mark->from_ms + point_ms;

      if (mark->turn == index)
        add (text,
             start_ms + mark->from_ms,
             start_ms + MIN (end_ms, turn->clip->duration_ms),
             name_mark (mark));
    }
}

static void
add_turns (GString *text, const OnsiteShareTrack *track, gint64 point_ms, AddSpan add)
{
  for (guint i = 0; i < track->take->turns->len; i++)
    add_turn (text, track, i, point_ms, add);
}

static void
append_time (GString *text, gint64 ms)
{
  g_string_append_printf (text,
                          "%02d:%02d:%02d.%03d",
                          (int) (ms / MS_PER_HOUR),
                          (int) (ms / MS_PER_MIN % 60),
                          (int) (ms / 1000 % 60),
                          (int) (ms % 1000));
}

/* A cue has to last, and its text may neither be markup nor look like another cue. */
static void
add_cue (GString *text, gint64 from_ms, gint64 to_ms, const char *words)
{
  g_autofree char *line = make_line (words);
  g_autoptr (GString) escaped = g_string_new (line);

  g_string_replace (escaped, "&", "&amp;", 0);
  g_string_replace (escaped, "<", "&lt;", 0);
  g_string_replace (escaped, ">", "&gt;", 0);
  append_time (text, from_ms);
  g_string_append (text, " --> ");
  append_time (text, MAX (to_ms, from_ms + 1));
  g_string_append_printf (text, "\n%s\n\n", escaped->str);
}

static char *
make_vtt (const OnsiteShareTrack *track)
{
  GString *text = g_string_new ("WEBVTT\n\n");

  add_turns (text, track, POINT_MS, add_cue);

  return g_string_free (text, FALSE);
}

/* Seconds with a point, whatever the language, and tabs between. */
static void
add_label (GString *text, gint64 from_ms, gint64 to_ms, const char *words)
{
  g_autofree char *line = make_line (words);

  g_string_append_printf (text,
                          "%d.%03d000\t%d.%03d000\t%s\n",
                          (int) (from_ms / 1000),
                          (int) (from_ms % 1000),
                          (int) (to_ms / 1000),
                          (int) (to_ms % 1000),
                          line);
}

static char *
make_labels (const OnsiteShareTrack *track)
{
  GString *text = g_string_new (NULL);

  add_turns (text, track, 0, add_label);

  return g_string_free (text, FALSE);
}

gboolean
onsite_share_vtt_write (const OnsiteShareJob *job, GError **error)
{
  return onsite_share_tracks_write_texts (job, ".vtt", make_vtt, error);
}

gboolean
onsite_share_labels_write (const OnsiteShareJob *job, GError **error)
{
  return onsite_share_tracks_write_texts (job, ".txt", make_labels, error);
}

gint64
onsite_share_texts_estimate (const OnsiteCapsule *capsule)
{
  g_autoptr (GPtrArray) tracks = onsite_share_tracks_new (capsule);
  gint64 n_bytes = 0;

  for (guint i = 0; i < tracks->len; i++)
    {
      g_autofree char *text = make_vtt (g_ptr_array_index (tracks, i));

      n_bytes += (gint64) strlen (text);
    }

  return n_bytes;
}
