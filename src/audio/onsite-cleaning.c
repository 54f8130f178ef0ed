/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cleaning.h"

#include "onsite-audio.h"

#define FACTORY "webrtcdsp"
#define ASKED   "onsite-cleaning"

void
onsite_cleaning_ask (GstElement *source)
{
  if (source != NULL)
    g_object_set_data (G_OBJECT (source), ASKED, GINT_TO_POINTER (TRUE));
}

gboolean
onsite_cleaning_is_asked (GstElement *source)
{
  return source != NULL && g_object_get_data (G_OBJECT (source), ASKED) != NULL;
}

/* It takes little-endian samples only, which are not what is kept everywhere. */
static gboolean
fits (GstElementFactory *factory)
{
  g_autoptr (GstCaps) caps = onsite_audio_make_raw_caps ();

  return gst_element_factory_can_sink_all_caps (factory, caps);
}

GstElement *
onsite_cleaning_make_element (void)
{
  g_autoptr (GstElementFactory) factory = gst_element_factory_find (FACTORY);
  GstElement *element;

  if (factory == NULL || !fits (factory))
    return NULL;
  element = gst_element_factory_create (factory, NULL);
  if (element == NULL)
    return NULL;

  /* That one has to know what the loudspeaker plays, which is still while somebody answers. */
  g_object_set (element, "echo-cancel", FALSE, NULL);
  gst_util_set_object_arg (G_OBJECT (element), "noise-suppression-level", "high");
  return element;
}

static void
find_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GstElement) element = NULL;
  GError *error = NULL;

  if (!onsite_audio_init (&error))
    {
      g_task_return_error (task, error);
      return;
    }

  element = onsite_cleaning_make_element ();
  if (element != NULL)
    gst_object_ref_sink (element);
  g_task_return_boolean (task, element != NULL);
}

void
onsite_cleaning_find_async (GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, onsite_cleaning_find_async);
  g_task_run_in_thread (task, find_in_thread);
}

gboolean
onsite_cleaning_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
