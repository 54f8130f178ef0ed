/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rehearsal/onsite-library-sink.h"

#include <gst/gst.h>

#include "onsite-wait.h"
#include "stage.h"

#define CLIP "0b1f7d3a-7a43-4f4d-9a52-6a8f6f7f2c11"
#define TAKE "5b3e3dc2-ebf4-4c16-8301-2730f0010f6e"

static void
note_thread (const char *clip, gint64 n_samples, const OnsiteReceipt *receipt, gpointer thread)
{
  *(GThread **) thread = g_thread_self ();
}

/* As an encoder's thread does. */
static gpointer
record_nothing (gpointer sink)
{
  const OnsiteRecorderSink *functions = onsite_library_sink_get_functions ();
  g_autoptr (GBytes) head = g_bytes_new_static ("OpusHead", 8);

  functions->begin (CLIP, 312, head, sink);
  functions->end (CLIP, 0, NULL, sink);
  return NULL;
}

/* Also while nobody runs the context, which any thread may take over then. */
static void
test_an_end_is_told_in_the_context_of_the_sink (void)
{
  Stage stage;
  g_autoptr (OnsiteLibrarySink) sink = NULL;
  GThread *thread = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  sink = onsite_library_sink_new (stage.library, note_thread, &thread);
  onsite_library_sink_expect (sink, CLIP, TAKE, 0, 1);
  g_thread_join (g_thread_new ("encoder", record_nothing, sink));

  g_assert_null (thread);
  onsite_wait_for (thread != NULL);
  g_assert_true (thread == g_thread_self ());
  g_clear_pointer (&sink, onsite_library_sink_unref);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library-sink/an-end-is-told-in-the-context-of-the-sink",
                   test_an_end_is_told_in_the_context_of_the_sink);

  return g_test_run ();
}
