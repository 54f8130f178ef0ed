/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-audio.h"

static GstElement *
make_given (GWeakRef *given)
{
  GstElement *element = gst_element_factory_make ("fakesink", NULL);

  g_weak_ref_set (given, element);

  return element;
}

static void
assert_consumed (GWeakRef *given)
{
  g_autoptr (GObject) left = g_weak_ref_get (given);

  g_assert_null (left);
  g_weak_ref_clear (given);
}

static void
test_a_missing_element_takes_what_was_given_along (void)
{
  g_autoptr (GError) error = NULL;
  GWeakRef given = { 0 };
  GstElement *sink = make_given (&given);
  const OnsiteAudioStage stages[] = { { "fakesrc", NULL },
                                      { "no-such-element", NULL },
                                      { NULL, &sink },
                                      { NULL } };

  g_assert_null (onsite_audio_make_pipeline (stages, &error));
  g_assert_error (error, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_FAILED);
  assert_consumed (&given);
}

static void
test_an_element_that_does_not_fit_takes_what_was_given_along (void)
{
  g_autoptr (GError) error = NULL;
  GWeakRef given = { 0 };
  GstElement *sink = make_given (&given);
  const OnsiteAudioStage stages[] = { { "fakesrc", NULL },
                                      { "fakesrc", NULL },
                                      { NULL, &sink },
                                      { NULL } };

  g_assert_null (onsite_audio_make_pipeline (stages, &error));
  g_assert_error (error, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_FAILED);
  assert_consumed (&given);
}

static void
test_a_pipeline_owns_what_was_given (void)
{
  g_autoptr (GError) error = NULL;
  GWeakRef given = { 0 };
  GstElement *sink = make_given (&given);
  const OnsiteAudioStage stages[] = { { "fakesrc", NULL }, { NULL, &sink }, { NULL } };
  GstElement *pipeline = onsite_audio_make_pipeline (stages, &error);

  g_assert_no_error (error);
  g_assert_true (GST_IS_PIPELINE (pipeline));
  gst_object_unref (pipeline);
  assert_consumed (&given);
}

#define ADD_TEST(function) g_test_add_func ("/audio/pipeline/" #function, test_##function)

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  onsite_audio_init (&error);
  g_assert_no_error (error);

  ADD_TEST (a_missing_element_takes_what_was_given_along);
  ADD_TEST (an_element_that_does_not_fit_takes_what_was_given_along);
  ADD_TEST (a_pipeline_owns_what_was_given);

  return g_test_run ();
}
