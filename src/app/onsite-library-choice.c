/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-library-choice.h"

#include "onsite-settings-library.h"

struct _OnsiteLibraryChoice
{
  GObject parent_instance;

  GSettings *settings;
  char *given;
  char *path;
  gboolean only_to_read;
  OnsiteLibrary *library;
};

enum
{
  PROP_0,
  PROP_LIBRARY,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteLibraryChoice, onsite_library_choice, G_TYPE_OBJECT)

static void
set_library (OnsiteLibraryChoice *self, OnsiteLibrary *library)
{
  if (g_set_object (&self->library, library))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIBRARY]);
}

static void
resolve_path (OnsiteLibraryChoice *self)
{
  g_free (self->path);
  self->path = self->given != NULL ? g_strdup (self->given)
                                   : onsite_settings_library_dup_path (self->settings);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteLibraryChoice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLibrary) library = onsite_library_open_finish (result, &error);

  if (library != NULL)
    set_library (self, library);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
onsite_library_choice_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, ONSITE_LIBRARY_CHOICE (object)->library);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_library_choice_finalize (GObject *object)
{
  OnsiteLibraryChoice *self = ONSITE_LIBRARY_CHOICE (object);

  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->given, g_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (onsite_library_choice_parent_class)->finalize (object);
}

static void
onsite_library_choice_class_init (OnsiteLibraryChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = onsite_library_choice_get_property;
  object_class->finalize = onsite_library_choice_finalize;

  props[PROP_LIBRARY] = g_param_spec_object ("library",
                                             NULL,
                                             NULL,
                                             ONSITE_TYPE_LIBRARY,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FAILED] = g_signal_new ("failed",
                                  ONSITE_TYPE_LIBRARY_CHOICE,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);
}

static void
onsite_library_choice_init (OnsiteLibraryChoice *self)
{
}

OnsiteLibraryChoice *
onsite_library_choice_new (GSettings *settings, const char *given)
{
  OnsiteLibraryChoice *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ONSITE_TYPE_LIBRARY_CHOICE, NULL);
  self->settings = g_object_ref (settings);
  self->given = g_strdup (given);
  resolve_path (self);

  return self;
}

void
onsite_library_choice_open (OnsiteLibraryChoice *self,
                            gboolean only_to_read,
                            GCancellable *cancellable)
{
  g_return_if_fail (ONSITE_IS_LIBRARY_CHOICE (self));

  self->only_to_read = only_to_read;
  if (self->library != NULL)
    return;

  resolve_path (self);
  onsite_library_open_async (self->path,
                             only_to_read ? ONSITE_LIBRARY_OPEN_READ_ONLY
                                          : ONSITE_LIBRARY_OPEN_CREATE,
                             cancellable,
                             opened_cb,
                             g_object_ref (self));
}

gboolean
onsite_library_choice_can_read (OnsiteLibraryChoice *self, const GError *error)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY_CHOICE (self), FALSE);

  return !self->only_to_read &&
         (g_error_matches (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_READ_ONLY) ||
          g_error_matches (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_LOCKED));
}

void
onsite_library_choice_choose (OnsiteLibraryChoice *self, const char *path)
{
  g_return_if_fail (ONSITE_IS_LIBRARY_CHOICE (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (self->library == NULL);

  g_settings_set_string (self->settings, "library-path", path);
  g_clear_pointer (&self->given, g_free);
}

void
onsite_library_choice_follow (OnsiteLibraryChoice *self, const char *path)
{
  g_return_if_fail (ONSITE_IS_LIBRARY_CHOICE (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (self->library == NULL);

  if (self->given == NULL)
    return;

  g_free (self->given);
  self->given = g_strdup (path);
}

OnsiteLibrary *
onsite_library_choice_get_library (OnsiteLibraryChoice *self)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY_CHOICE (self), NULL);

  return self->library;
}

const char *
onsite_library_choice_get_path (OnsiteLibraryChoice *self)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY_CHOICE (self), NULL);

  return self->path;
}

static void
close_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (onsite_library_close (ONSITE_LIBRARY (task_data), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
onsite_library_choice_close_async (OnsiteLibraryChoice *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ONSITE_IS_LIBRARY_CHOICE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, onsite_library_choice_close_async);
  if (self->library == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_task_set_task_data (task, g_object_ref (self->library), g_object_unref);
  g_task_run_in_thread (task, close_thread);
}

gboolean
onsite_library_choice_close_finish (OnsiteLibraryChoice *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
released_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  set_library (ONSITE_LIBRARY_CHOICE (source), g_task_get_task_data (G_TASK (result)));
  g_task_return_error (task, error);
}

void
onsite_library_choice_release_async (OnsiteLibraryChoice *self,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) closing = NULL;
  GTask *task;

  g_return_if_fail (ONSITE_IS_LIBRARY_CHOICE (self));
  g_return_if_fail (self->library != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, onsite_library_choice_release_async);
  closing = g_task_new (self, NULL, released_cb, task);
  g_task_set_source_tag (closing, onsite_library_choice_release_async);
  g_task_set_task_data (closing, g_object_ref (self->library), g_object_unref);
  set_library (self, NULL);
  g_task_run_in_thread (closing, close_thread);
}

gboolean
onsite_library_choice_release_finish (OnsiteLibraryChoice *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
