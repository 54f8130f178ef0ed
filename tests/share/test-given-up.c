/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shared.h"

#include <glib/gstdio.h>

#include "audio/onsite-audio.h"
#include "onsite-clip-library.h"
#include "onsite-signal.h"
#include "share/onsite-share-format.h"

#define RATE      48000
#define N_ANSWERS 4

typedef struct
{
  OnsiteClipLibrary *clips;
  OnsitePack *pack;
  OnsiteLoop *loop;
  OnsiteCapsule *capsule;
  char *folder;
  GFile *target;
  GCancellable *cancellable;
  double give_up_at;
  double last;
  guint n_told;
} Fixture;

static void
add_answer (Fixture *self, OnsiteRound *round, const GArray *sound)
{
  OnsiteAnswer *answer = rehearsed_add_answer (round, "ship", 2000);
  OnsiteTurn *turn = g_ptr_array_index (onsite_answer_get_current_take (answer)->turns, 0);

  g_free (turn->clip->id);
  turn->clip->id = onsite_clip_library_add (self->clips,
                                            (const gint16 *) (gpointer) sound->data,
                                            sound->len);
}

/* Four answers of two seconds that can be heard. */
static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) sound = onsite_signal_make_babble (2 * RATE, RATE, 5);
  g_autoptr (OnsiteSelection) selection = onsite_selection_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  OnsiteRound *round;

  self->clips = onsite_clip_library_new ();
  self->pack = rehearsed_pack_load ();
  self->loop = onsite_loop_new ();
  round = rehearsed_add_round (self->loop, "people");
  for (guint i = 0; i < N_ANSWERS; i++)
    add_answer (self, round, sound);
  onsite_selection_add_all (selection, self->loop);
  self->capsule = onsite_capsule_new (self->loop, self->pack, selection, NULL, "an-export", &error);
  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("onsite-given-up-XXXXXX", NULL);
  path = g_build_filename (self->folder, "out", NULL);
  self->target = g_file_new_for_path (path);
  self->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_object_unref (self->target);
  g_object_unref (self->cancellable);
  onsite_capsule_free (self->capsule);
  onsite_loop_free (self->loop);
  onsite_pack_unref (self->pack);
  onsite_clip_library_free (self->clips);
}

static void
note_progress (double fraction, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpfloat (fraction, >=, self->last);
  g_assert_cmpfloat (fraction, <=, 1);
  self->last = fraction;
  self->n_told++;
  if (fraction >= self->give_up_at)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
write_out (Fixture *self, const OnsiteShareFormat *format, GError **error)
{
  g_autoptr (OnsiteShareFiles) files = onsite_share_files_new (self->target, format->is_folder);
  const OnsiteShareJob job = { .capsule = self->capsule,
                               .library = self->clips->library,
                               .files = files,
                               .progress = note_progress,
                               .progress_data = self,
                               .cancellable = self->cancellable };

  return onsite_share_format_write (format, &job, error);
}

/* What would be told in the middle comes too early for those that tell nothing. */
static void
give_up (Fixture *self, const OnsiteShareFormat *format, double moment)
{
  g_autoptr (GError) error = NULL;

  g_cancellable_reset (self->cancellable);
  self->last = 0;
  self->give_up_at = moment;
  if (moment <= 0 || (!format->has_sound && !g_str_equal (format->name, "pdf")))
    g_cancellable_cancel (self->cancellable);
  g_assert_false (write_out (self, format, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_nothing_left (Fixture *self, gconstpointer data)
{
  const double moments[] = { 0, 0.25, 0.5, 0.75, 1 };
  g_autofree char *names = onsite_share_format_dup_names ();
  g_auto (GStrv) each = g_strsplit (names, ", ", -1);

  for (guint i = 0; each[i]; i++)
    for (guint j = 0; j < G_N_ELEMENTS (moments); j++)
      {
        g_autoptr (GDir) folder = NULL;

        give_up (self, onsite_share_format_find (each[i]), moments[j]);
        folder = g_dir_open (self->folder, 0, NULL);
        g_assert_null (g_dir_read_name (folder));
      }
}

static void
test_page_before (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_file_set_contents (g_file_peek_path (self->target), "the page before", -1, NULL);
  give_up (self, onsite_share_format_find ("html"), 0.5);
  g_file_get_contents (g_file_peek_path (self->target), &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "the page before");
  g_assert_cmpint (g_unlink (g_file_peek_path (self->target)), ==, 0);
}

static void
test_progress (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->give_up_at = 2;
  g_assert_true (write_out (self, onsite_share_format_find ("html"), &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (self->last, ==, 1);
  g_assert_cmpuint (self->n_told, ==, N_ANSWERS);
  g_assert_cmpint (g_unlink (g_file_peek_path (self->target)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

#define ADD(name, test) g_test_add ("/given-up/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("no-format-leaves-anything", test_nothing_left);
  ADD ("the-page-before-stays-as-it-was", test_page_before);
  ADD ("a-page-tells-of-each-recording", test_progress);

  return g_test_run ();
}
