/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "share/onsite-capsule-html.h"
#include "share/onsite-capsule-json.h"
#include "shared.h"

typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop;
  OnsiteSelection *selection;
  OnsiteCapsule *capsule;
  char *document;
  GOutputStream *stream;
  guint n_sounds;
} Fixture;

/* Two answers of a clip each. */
static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  OnsiteRound *round;
  OnsiteAnswer *answers[2];

  self->pack = rehearsed_pack_load ();
  self->loop = onsite_loop_new ();
  self->loop->level = g_strdup ("L6");
  round = rehearsed_add_round (self->loop, "people");
  answers[0] = rehearsed_add_answer (round, "trust", 3000);
  answers[1] = rehearsed_add_answer (round, "cache", 4000);
  self->selection = onsite_selection_new ();
  self->selection->candidate = g_strdup ("<b>Ada</b>");
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    onsite_selection_add_answer (self->selection, answers[i]->id);
  self->capsule = onsite_capsule_new (self->loop,
                                      self->pack,
                                      self->selection,
                                      NULL,
                                      "an-export",
                                      &error);
  g_assert_no_error (error);
  self->document = onsite_capsule_to_json (self->capsule, FALSE);
  self->stream = g_memory_output_stream_new_resizable ();
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->stream);
  g_free (self->document);
  onsite_capsule_free (self->capsule);
  onsite_selection_free (self->selection);
  onsite_loop_free (self->loop);
  onsite_pack_unref (self->pack);
}

/* In two pieces, of which none is a whole group of base64. */
static gboolean
write_sound (const OnsiteCapsuleClip *clip,
             GOutputStream *output,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  Fixture *self = user_data;

  self->n_sounds++;

  return g_output_stream_write_all (output, "Og", 2, NULL, cancellable, error) &&
         g_output_stream_write_all (output, "gS", 2, NULL, cancellable, error);
}

static gboolean
fail_second (const OnsiteCapsuleClip *clip,
             GOutputStream *output,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  Fixture *self = user_data;

  if (self->n_sounds == 0)
    return write_sound (clip, output, user_data, cancellable, error);

  self->n_sounds++;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "It can't be read");

  return FALSE;
}

static gboolean
cancel_first (const OnsiteCapsuleClip *clip,
              GOutputStream *output,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  gboolean is_written = write_sound (clip, output, user_data, cancellable, error);

  g_cancellable_cancel (cancellable);

  return is_written;
}

static char *
fixture_dup_page (Fixture *self)
{
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (self->stream);

  return g_strndup (g_memory_output_stream_get_data (stream),
                    g_memory_output_stream_get_data_size (stream));
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;

  return n;
}

/* A page is whole, with the sound of each clip once, and names as text. */
static void
test_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *page = NULL;

  g_assert_true (onsite_capsule_html_write (self->capsule,
                                            self->document,
                                            write_sound,
                                            self,
                                            self->stream,
                                            NULL,
                                            &error));
  g_assert_no_error (error);
  page = fixture_dup_page (self);
  g_assert_cmpuint (self->n_sounds, ==, 2);
  g_assert_cmpuint (count (page, ">T2dnUw==</script>"), ==, 2);
  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>"));
  g_assert_true (g_str_has_suffix (page, "</html>\n"));
  g_assert_nonnull (strstr (page, "&lt;b&gt;Ada&lt;/b&gt;: answers to review</title>"));
  g_assert_null (strstr (page, "<b>Ada"));
}

/* Without a function for the sound there is none, and nothing else is missing. */
static void
test_without_sound (Fixture *self, gconstpointer data)
{
  g_autofree char *page = NULL;

  g_assert_true (onsite_capsule_html_write (self->capsule,
                                            self->document,
                                            NULL,
                                            NULL,
                                            self->stream,
                                            NULL,
                                            NULL));
  page = fixture_dup_page (self);
  g_assert_cmpuint (count (page, "id=\"sound-"), ==, 0);
  g_assert_true (g_str_has_suffix (page, "</html>\n"));
}

/* A clip whose sound can't be had ends it, with the reason. */
static void
test_failing_sound (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (onsite_capsule_html_write (self->capsule,
                                             self->document,
                                             fail_second,
                                             self,
                                             self->stream,
                                             NULL,
                                             &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "It can't be read");
}

/* It can be given up in the middle. */
static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (onsite_capsule_html_write (self->capsule,
                                             self->document,
                                             cancel_first,
                                             self,
                                             self->stream,
                                             cancellable,
                                             &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (self->n_sounds, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/capsule-html/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("whole", test_whole);
  ADD ("without-sound", test_without_sound);
  ADD ("failing-sound", test_failing_sound);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
