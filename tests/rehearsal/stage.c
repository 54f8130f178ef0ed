/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include <glib/gstdio.h>

#include "loop/onsite-plan.h"
#include "onsite-wait.h"

#define LONGEST_WAIT_US (30 * G_USEC_PER_SEC)

OnsiteCodec stage_codec = ONSITE_CODEC_OPUS;

static gint64
tell_boot_ms (gpointer data)
{
  return ((Stage *) data)->boot_ms;
}

static gint64
tell_awake_ms (gpointer data)
{
  return ((Stage *) data)->awake_ms;
}

static gint64
tell_wall_us (gpointer data)
{
  return 1700000000000000 + ((Stage *) data)->boot_ms * 1000;
}

static GstElement *
make_source (gpointer data)
{
  Stage *stage = data;
  GstElement *source;

  if (g_atomic_int_get (&stage->deaf))
    {
      source = gst_element_factory_make ("pulsesrc", NULL);
      g_object_set (source, "server", "unix:/nonexistent/socket", NULL);
      return source;
    }

  source = gst_element_factory_make ("audiotestsrc", NULL);
  g_object_set (source, "is-live", TRUE, "samplesperbuffer", 480, "wave", stage->wave, NULL);
  if (stage->wave == STAGE_SQUARE)
    g_object_set (source, "volume", 1.0, NULL);
  g_weak_ref_set (&stage->source, source);
  return source;
}

static GstElement *
make_sink (gpointer data)
{
  const Stage *stage = data;
  GstElement *sink = gst_element_factory_make (stage->mute ? "pulsesink" : "fakesink", NULL);

  if (stage->mute)
    g_object_set (sink, "server", "unix:/nonexistent/socket", NULL);
  else
    g_object_set (sink, "sync", TRUE, NULL);

  return sink;
}

static void
on_told (Stage *stage, const char *text)
{
  g_free (stage->told);
  stage->told = g_strdup (text);
}

static void
on_step (Stage *stage)
{
  stage->n_steps++;
}

static gpointer
ref_stage (gpointer data)
{
  g_atomic_int_inc (&((Stage *) data)->n_refs);

  return data;
}

static void
unref_stage (gpointer data)
{
  g_atomic_int_add (&((Stage *) data)->n_refs, -1);
}

static gboolean
is_let_go (Stage *stage)
{
  return g_atomic_int_get (&stage->n_refs) == 0;
}

static void
rehearse (Stage *stage, OnsiteLoop *loop, const char *session)
{
  const OnsiteGear gear = {
    .source = make_source,
    .sink = make_sink,
    .data = stage,
    .ref = ref_stage,
    .unref = unref_stage,
    .speak = stage->spoken,
    .codec = stage_codec,
    .voice_rate = 1,
    .voice_volume = 1,
    .clock = stage->in_time ? onsite_clock_get_system ()
                            : (OnsiteClock){ tell_boot_ms, tell_awake_ms, tell_wall_us, stage },
  };
  g_autoptr (GError) error = NULL;

  stage->rehearsal = onsite_rehearsal_new (stage->library,
                                           loop,
                                           stage->pack,
                                           session,
                                           &gear,
                                           &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (stage->rehearsal, "told", G_CALLBACK (on_told), stage);
  g_signal_connect_swapped (stage->rehearsal, "stepped", G_CALLBACK (on_step), stage);
}

void
stage_retake (Stage *stage,
              const OnsiteStoredLoop *stored,
              const OnsiteAnswer *answer,
              const char *review,
              const char *comment)
{
  const OnsiteRetake retake = { stored->loop, answer, review, comment };

  rehearse (stage, onsite_retake_plan (&retake, stage->pack), NULL);
  onsite_rehearsal_become_retake (stage->rehearsal, &retake);
}

static void
add_loop (Stage *stage, OnsiteMode mode)
{
  const OnsitePlanRequest request = {
    .pack = stage->pack,
    .level = "L5",
    .mode = mode,
    .kind = ONSITE_LOOP_KIND_WHOLE,
    .seed = 1,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLoop) loop = onsite_plan_loop (&request, &error);
  g_autoptr (OnsiteChange) change = onsite_change_new ();
  OnsiteRound *round;

  g_assert_no_error (error);
  loop->created_at_us = tell_wall_us (stage);
  round = g_ptr_array_index (loop->rounds, 0);
  ((OnsiteAnswer *) g_ptr_array_index (round->answers, 0))->curveball_ms = stage->curveball_ms;
  stage->loop = g_strdup (loop->id);
  onsite_change_add_loop (change, loop, onsite_pack_get_bytes (stage->pack));
  onsite_library_commit (stage->library, g_steal_pointer (&change), &error);
  g_assert_no_error (error);
  rehearse (stage, g_steal_pointer (&loop), NULL);
}

/* The small pack; with a curveball for each of its questions, where one is thrown. */
static OnsitePack *
load_pack (Stage *stage)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *throwing = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  OnsitePack *pack;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  parts = g_strsplit (text, "\"hint\"", -1);
  throwing = g_strjoinv (stage->curveball_ms > 0 ? "\"curveball\": \"You have half the time.\", "
                                                   "\"hint\""
                                                 : "\"hint\"",
                         parts);
  bytes = g_bytes_new (throwing, strlen (throwing));
  pack = onsite_pack_new_from_bytes (bytes, path, &error);
  g_assert_no_error (error);

  return pack;
}

static void
set (Stage *stage, OnsiteMode mode)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_weak_ref_init (&stage->source, NULL);
  stage->boot_ms = 1000000;
  stage->awake_ms = 900000;
  stage->folder = g_dir_make_tmp ("onsite-XXXXXX", &error);
  g_assert_no_error (error);
  stage->pack = load_pack (stage);
  path = g_build_filename (stage->folder, "library.onsite", NULL);
  stage->library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);
  add_loop (stage, mode);
}

void
stage_set (Stage *stage, OnsiteMode mode, gboolean deaf)
{
  *stage = (Stage){ .deaf = deaf };
  set (stage, mode);
}

void
stage_set_spoken (Stage *stage, OnsiteMode mode)
{
  *stage = (Stage){ .spoken = TRUE };
  set (stage, mode);
}

void
stage_set_throwing (Stage *stage, OnsiteMode mode, gboolean spoken, guint curveball_ms)
{
  *stage = (Stage){ .spoken = spoken, .curveball_ms = curveball_ms };
  set (stage, mode);
}

void
stage_set_mute (Stage *stage, OnsiteMode mode)
{
  *stage = (Stage){ .spoken = TRUE, .mute = TRUE };
  set (stage, mode);
}

void
stage_set_in_time (Stage *stage, OnsiteMode mode)
{
  *stage = (Stage){ .in_time = TRUE };
  set (stage, mode);
}

void
stage_assert_trouble (Stage *stage, const char *words)
{
  g_autofree char *trouble = NULL;

  g_object_get (stage->rehearsal, "trouble", &trouble, NULL);
  g_assert_nonnull (trouble);
  g_assert_nonnull (strstr (trouble, words));
}

void
stage_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (folder);
}

void
stage_clear (Stage *stage)
{
  g_autoptr (GError) error = NULL;

  if (stage->rehearsal != NULL)
    stage_stop (stage);

  onsite_library_close (stage->library, &error);
  g_assert_no_error (error);
  /* Answers that are on their way hold on to it, in other threads too. */
  onsite_wait_finalize (stage->library);
  stage_wait (stage, is_let_go, "nothing is made of it any more");
  onsite_pack_unref (stage->pack);
  g_weak_ref_clear (&stage->source);
  stage_remove_folder (stage->folder);
  g_free (stage->folder);
  g_free (stage->loop);
  g_free (stage->told);
}

void
stage_give (Stage *stage, StageWave wave)
{
  g_autoptr (GstElement) source = g_weak_ref_get (&stage->source);

  stage->wave = (int) wave;
  if (source != NULL)
    g_object_set (source, "wave", stage->wave, NULL);
}

void
stage_pass (Stage *stage, gint64 ms)
{
  stage->boot_ms += ms;
  stage->awake_ms += ms;
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_TICK);
}

void
stage_sleep (Stage *stage, gint64 ms)
{
  stage->boot_ms += ms;
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_TICK);
}

void
stage_unplug (Stage *stage)
{
  g_autoptr (GstElement) source = g_weak_ref_get (&stage->source);

  g_assert_nonnull (source);
  g_atomic_int_set (&stage->deaf, TRUE);
  GST_ELEMENT_ERROR (source, RESOURCE, READ, ("Unplugged"), (NULL));
}

void
stage_plug_in (Stage *stage)
{
  g_atomic_int_set (&stage->deaf, FALSE);
}

static GstPad *
get_source_pad (Stage *stage)
{
  g_autoptr (GstElement) source = g_weak_ref_get (&stage->source);

  g_assert_nonnull (source);
  return gst_element_get_static_pad (source, "src");
}

static GstPadProbeReturn
hold_back (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  return GST_PAD_PROBE_OK;
}

void
stage_hang (Stage *stage)
{
  g_autoptr (GstPad) pad = get_source_pad (stage);

  stage->hang_id = gst_pad_add_probe (pad,
                                      GST_PAD_PROBE_TYPE_BLOCK_DOWNSTREAM,
                                      hold_back,
                                      NULL,
                                      NULL);
}

void
stage_unhang (Stage *stage)
{
  g_autoptr (GstPad) pad = get_source_pad (stage);

  gst_pad_remove_probe (pad, stage->hang_id);
}

static gboolean
wake_up (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
stage_wait (Stage *stage, StageCondition condition, const char *what)
{
  const gint64 until = g_get_monotonic_time () + LONGEST_WAIT_US;
  const guint id = g_timeout_add (5, wake_up, NULL);

  while (!condition (stage))
    {
      if (g_get_monotonic_time () > until)
        g_error ("Waited in vain for %s", what);

      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (id);
}

void
stage_hum (Stage *stage, gint64 ms)
{
  const gint64 until = g_get_monotonic_time () + ms * 1000;
  const guint id = g_timeout_add (5, wake_up, NULL);

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (id);
}

void
stage_wait_for_phase (Stage *stage, OnsitePhase phase)
{
  const gint64 until = g_get_monotonic_time () + LONGEST_WAIT_US;
  const guint id = g_timeout_add (5, wake_up, NULL);

  while (onsite_rehearsal_get_phase (stage->rehearsal) != phase)
    {
      if (g_get_monotonic_time () > until)
        g_error ("Waited in vain for phase %d, it is %d",
                 phase,
                 onsite_rehearsal_get_phase (stage->rehearsal));

      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (id);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

void
stage_stop_with (Stage *stage, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  onsite_rehearsal_stop_async (stage->rehearsal, NULL, keep_result, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  onsite_rehearsal_stop_finish (stage->rehearsal, result, error);
  g_clear_object (&result);
  g_assert_finalize_object (g_steal_pointer (&stage->rehearsal));
}

void
stage_stop (Stage *stage)
{
  g_autoptr (GError) error = NULL;

  stage_stop_with (stage, &error);
  g_assert_no_error (error);
}

OnsiteStoredLoop *
stage_load (Stage *stage)
{
  g_autoptr (GError) error = NULL;
  OnsiteStoredLoop *stored = onsite_library_load_loop (stage->library, stage->loop, &error);

  g_assert_no_error (error);
  return stored;
}

void
stage_go_on (Stage *stage)
{
  g_autoptr (OnsiteStoredLoop) stored = stage_load (stage);

  rehearse (stage, g_steal_pointer (&stored->loop), stored->session);
}

gint64
stage_get_heard_ms (Stage *stage)
{
  g_autoptr (GstElement) source = g_weak_ref_get (&stage->source);
  gint64 position = 0;

  g_assert_nonnull (source);
  g_assert_true (gst_element_query_position (source, GST_FORMAT_TIME, &position));
  return GST_TIME_AS_MSECONDS (position);
}

gboolean
stage_level_moves (Stage *stage)
{
  double level;

  g_object_get (stage->rehearsal, "level", &level, NULL);
  return level > -60;
}

gboolean
stage_in_trouble (Stage *stage)
{
  g_autofree char *trouble = NULL;

  g_object_get (stage->rehearsal, "trouble", &trouble, NULL);
  return trouble != NULL;
}
