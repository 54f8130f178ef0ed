/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the care of a library takes, by the gigabyte: to check it and decode
 * all of it, to save it into a new one, and to back it up, beside a plain copy
 * of the file. The library holds an hour of sound, in answers of three minutes, and little
 * else. */
#include <glib/gstdio.h>

#include "audio/onsite-audio.h"
#include "figure.h"
#include "library/onsite-library-files.h"
#include "onsite-clip-library.h"
#include "onsite-signal.h"
#include "upkeep/onsite-repair.h"

#define N_CLIPS   20
#define MINUTES   3
#define N_RUNS    3
#define GIGABYTE  1e9
#define AIM_S     900
#define AIM_RATIO 5

typedef struct
{
  char *path; /* a library without a log, so that the file is all that there is */
  char *other;
} Subject;

typedef void (*Deed) (const Subject *subject);

static void
check (const Subject *subject)
{
  g_autoptr (OnsiteLibrary) library = onsite_library_open (subject->path,
                                                           ONSITE_LIBRARY_OPEN_READ_ONLY,
                                                           NULL);
  g_autoptr (OnsiteCheck) result = onsite_check_run (library, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (result->findings->len, ==, 0);
  onsite_library_close (library, NULL);
}

static void
repair (const Subject *subject)
{
  g_autoptr (GPtrArray) packs = onsite_repair_list_packs (NULL, NULL);
  g_autoptr (OnsiteRepair) result =
      onsite_repair_run (subject->path, subject->other, packs, NULL, NULL, NULL, NULL);

  g_assert_nonnull (result);
  onsite_library_files_remove (subject->other);
}

static void
back_up (const Subject *subject)
{
  g_assert_true (onsite_library_files_copy (subject->path, subject->other, NULL, NULL, NULL, NULL));
  onsite_library_files_remove (subject->other);
}

static void
copy (const Subject *subject)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (subject->path, &data, &size, NULL));
  g_assert_true (g_file_set_contents_full (subject->other,
                                           data,
                                           (gssize) size,
                                           G_FILE_SET_CONTENTS_DURABLE,
                                           0600,
                                           NULL));
  onsite_library_files_remove (subject->other);
}

static double
measure (const Subject *subject, Deed deed)
{
  gint64 started_us = g_get_monotonic_time ();
  GStatBuf info;

  deed (subject);
  g_assert_cmpint (g_stat (subject->path, &info), ==, 0);

  return (double) (g_get_monotonic_time () - started_us) / G_USEC_PER_SEC * GIGABYTE /
         (double) info.st_size;
}

static void
run (const Subject *subject, const char *name, Deed deed, Deed baseline)
{
  g_autoptr (Figure) figure = figure_new (name, "s");

  figure->aim = baseline == NULL ? AIM_S : 0;
  figure->aim_ratio = baseline != NULL ? AIM_RATIO : 0;
  for (guint i = 0; i < N_RUNS; i++)
    {
      double value = measure (subject, deed);
      double other = baseline != NULL ? measure (subject, baseline) : 0;

      g_array_append_val (figure->value, value);
      if (baseline != NULL)
        g_array_append_val (figure->baseline, other);
    }
  figure_print (figure);
}

int
main (void)
{
  g_autoptr (OnsiteClipLibrary) clips = NULL;
  g_autoptr (GArray) minute = NULL;
  Subject subject;

  g_assert_true (onsite_audio_init (NULL));
  clips = onsite_clip_library_new ();
  minute = onsite_signal_make_babble (60 * ONSITE_AUDIO_RATE, ONSITE_AUDIO_RATE, 45);
  for (guint i = 0; i < N_CLIPS; i++)
    g_free (onsite_clip_library_add_repeated (clips,
                                              (const gint16 *) (gpointer) minute->data,
                                              minute->len,
                                              MINUTES));

  subject.path = g_build_filename (clips->folder, "past.onsite", NULL);
  subject.other = g_build_filename (clips->folder, "other.onsite", NULL);
  g_assert_true (onsite_library_files_copy (onsite_library_get_path (clips->library),
                                            subject.path,
                                            NULL,
                                            NULL,
                                            NULL,
                                            NULL));

  run (&subject, "backup, a gigabyte", back_up, copy);
  run (&subject, "check, a gigabyte", check, NULL);
  run (&subject, "repair, a gigabyte", repair, NULL);

  g_free (subject.path);
  g_free (subject.other);

  return 0;
}
