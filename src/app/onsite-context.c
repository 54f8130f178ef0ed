/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-context.h"

#include <glib/gi18n-lib.h>

#include "onsite-caretaker.h"
#include "onsite-library-choice.h"
#include "onsite-settings-gear.h"

struct _OnsiteContext
{
  GObject parent_instance;

  GSettings *settings;
  OnsiteLibraryChoice *libraries;
  OnsitePackChoice *packs;
  OnsiteSoundChoice *sound;
  OnsiteContextState state;
  GError *error;
  OnsiteScribe *scribe;
  OnsiteCaretaker *caretaker;
  OnsiteRehearsal *rehearsal;
  OnsiteGear gear;
  OnsiteSettling *settling;
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_LIBRARY,
  PROP_PACK,
  PROP_READ_ONLY,
  PROP_REHEARSAL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ENUM_TYPE (OnsiteContextState,
                    onsite_context_state,
                    G_DEFINE_ENUM_VALUE (ONSITE_CONTEXT_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (ONSITE_CONTEXT_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (ONSITE_CONTEXT_LIBRARY_FAILED, "library-failed"),
                    G_DEFINE_ENUM_VALUE (ONSITE_CONTEXT_PACK_FAILED, "pack-failed"))

G_DEFINE_FINAL_TYPE (OnsiteContext, onsite_context, G_TYPE_OBJECT)

/* How a rehearsal that was ended, and what is edited outside one, are kept. */
static const OnsiteSettlingFuncs rehearsal_funcs = {
  (OnsiteKeepAsync) onsite_rehearsal_stop_async,
  (OnsiteKeepFinish) onsite_rehearsal_stop_finish,
};
static const OnsiteSettlingFuncs scribe_funcs = {
  (OnsiteKeepAsync) onsite_scribe_flush_async,
  (OnsiteKeepFinish) onsite_scribe_flush_finish,
};

static void
set_state (OnsiteContext *self, OnsiteContextState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
fail (OnsiteContext *self, OnsiteContextState state, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  set_state (self, state);
}

static void
become_ready (OnsiteContext *self)
{
  if (onsite_context_get_library (self) != NULL && onsite_context_get_pack (self) != NULL)
    set_state (self, ONSITE_CONTEXT_READY);
}

static void
library_changed_cb (OnsiteContext *self)
{
  OnsiteLibrary *library = onsite_context_get_library (self);

  g_clear_object (&self->scribe);
  if (library != NULL)
    self->scribe = onsite_scribe_new (library);
  onsite_settling_set_in_use (self->settling, self->scribe, &scribe_funcs);

  if (library == NULL)
    set_state (self, ONSITE_CONTEXT_OPENING);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIBRARY]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
  become_ready (self);
}

static void
library_failed_cb (OnsiteContext *self, const GError *error)
{
  fail (self, ONSITE_CONTEXT_LIBRARY_FAILED, g_error_copy (error));
}

static void
pack_chosen_cb (OnsiteContext *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PACK]);
  become_ready (self);
}

static void
packs_failed_cb (OnsiteContext *self, const GError *error)
{
  fail (self, ONSITE_CONTEXT_PACK_FAILED, g_error_copy (error));
}

static void
onsite_context_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteContext *self = ONSITE_CONTEXT (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    case PROP_LIBRARY:
      g_value_set_object (value, onsite_context_get_library (self));
      break;

    case PROP_PACK:
      g_value_set_boxed (value, onsite_context_get_pack (self));
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, onsite_context_get_read_only (self));
      break;

    case PROP_REHEARSAL:
      g_value_set_object (value, self->rehearsal);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_context_dispose (GObject *object)
{
  OnsiteContext *self = ONSITE_CONTEXT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->rehearsal);
  g_clear_object (&self->settling);
  g_clear_object (&self->caretaker);
  g_clear_object (&self->scribe);
  g_clear_object (&self->sound);

  G_OBJECT_CLASS (onsite_context_parent_class)->dispose (object);
}

static void
onsite_context_finalize (GObject *object)
{
  OnsiteContext *self = ONSITE_CONTEXT (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->libraries);
  g_clear_object (&self->packs);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (onsite_context_parent_class)->finalize (object);
}

static void
onsite_context_class_init (OnsiteContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onsite_context_get_property;
  object_class->dispose = onsite_context_dispose;
  object_class->finalize = onsite_context_finalize;

  props[PROP_STATE] = g_param_spec_enum ("state",
                                         NULL,
                                         NULL,
                                         ONSITE_TYPE_CONTEXT_STATE,
                                         ONSITE_CONTEXT_OPENING,
                                         flags);
  props[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, ONSITE_TYPE_LIBRARY, flags);
  props[PROP_PACK] = g_param_spec_boxed ("pack", NULL, NULL, ONSITE_TYPE_PACK, flags);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  props[PROP_REHEARSAL] = g_param_spec_object ("rehearsal",
                                               NULL,
                                               NULL,
                                               ONSITE_TYPE_REHEARSAL,
                                               flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
onsite_context_init (OnsiteContext *self)
{
  self->cancellable = g_cancellable_new ();
  self->settling = onsite_settling_new ();
}

OnsiteContext *
onsite_context_new (GSettings *settings, const char *library, GFile *pack)
{
  g_autoptr (OnsitePackStore) store = onsite_pack_store_new_for_user ();
  OnsiteContext *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ONSITE_TYPE_CONTEXT, NULL);
  self->settings = g_object_ref (settings);
  self->libraries = onsite_library_choice_new (settings, library);
  g_signal_connect_object (self->libraries,
                           "notify::library",
                           G_CALLBACK (library_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->libraries,
                           "failed",
                           G_CALLBACK (library_failed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->packs = onsite_pack_choice_new (settings, store, pack);
  g_signal_connect_object (self->packs,
                           "notify::pack",
                           G_CALLBACK (pack_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->packs,
                           "failed",
                           G_CALLBACK (packs_failed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->caretaker = onsite_caretaker_new (self);

  return self;
}

static void
open_all (OnsiteContext *self, gboolean only_to_read)
{
  g_clear_error (&self->error);
  set_state (self, ONSITE_CONTEXT_OPENING);

  onsite_library_choice_open (self->libraries, only_to_read, self->cancellable);
  if (onsite_context_get_pack (self) == NULL)
    onsite_pack_choice_load (self->packs, self->cancellable);
}

void
onsite_context_open (OnsiteContext *self)
{
  g_return_if_fail (ONSITE_IS_CONTEXT (self));

  open_all (self, FALSE);
}

gboolean
onsite_context_can_read (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), FALSE);

  return onsite_library_choice_can_read (self->libraries, self->error);
}

void
onsite_context_open_to_read (OnsiteContext *self)
{
  g_return_if_fail (ONSITE_IS_CONTEXT (self));

  open_all (self, TRUE);
}

void
onsite_context_choose_library (OnsiteContext *self, const char *path)
{
  g_return_if_fail (ONSITE_IS_CONTEXT (self));

  onsite_library_choice_choose (self->libraries, path);
  onsite_context_open (self);
}

OnsiteContextState
onsite_context_get_state (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), ONSITE_CONTEXT_OPENING);

  return self->state;
}

const GError *
onsite_context_get_error (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  return self->error;
}

OnsiteLibrary *
onsite_context_get_library (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  return onsite_library_choice_get_library (self->libraries);
}

OnsiteScribe *
onsite_context_get_scribe (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  return self->scribe;
}

OnsitePack *
onsite_context_get_pack (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  return onsite_pack_choice_get_pack (self->packs);
}

OnsitePackChoice *
onsite_context_get_packs (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  return self->packs;
}

GSettings *
onsite_context_get_settings (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  return self->settings;
}

/* It was checked anew, or through another cleaning than that which is asked for now. */
static void
floor_changed_cb (OnsiteContext *self)
{
  if (self->rehearsal != NULL)
    onsite_rehearsal_set_floor (self->rehearsal, onsite_sound_choice_get_floor_db (self->sound));
}

/* Made at the first question for it: the sound server takes a while that the
 * first frame should not wait for. */
OnsiteSoundChoice *
onsite_context_get_sound (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  if (self->sound != NULL)
    return self->sound;

  self->sound = onsite_sound_choice_new (self->settings);
  g_signal_connect_object (self->settings,
                           "changed::microphone-floor",
                           G_CALLBACK (floor_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return self->sound;
}

OnsiteCaretaker *
onsite_context_get_caretaker (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  return self->caretaker;
}

gboolean
onsite_context_get_read_only (OnsiteContext *self)
{
  OnsiteLibrary *library = onsite_context_get_library (self);

  return library != NULL && onsite_library_get_read_only (library);
}

const char *
onsite_context_get_library_path (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  return onsite_library_choice_get_path (self->libraries);
}

OnsiteRehearsal *
onsite_context_rehearse (OnsiteContext *self,
                         OnsiteLoop *loop,
                         OnsitePack *pack,
                         const char *session,
                         GError **error)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);
  g_return_val_if_fail (onsite_context_get_library (self) != NULL, NULL);

  if (self->rehearsal != NULL)
    {
      onsite_loop_free (loop);
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_BUSY,
                           C_ ("error", "Another loop is running. Leave it first."));
      return NULL;
    }

  self->gear = onsite_settings_gear_make (self->settings, onsite_context_get_sound (self));
  self->rehearsal = onsite_rehearsal_new (onsite_context_get_library (self),
                                          loop,
                                          pack,
                                          session,
                                          &self->gear,
                                          error);

  if (self->rehearsal != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REHEARSAL]);

  return self->rehearsal;
}

OnsiteRehearsal *
onsite_context_get_rehearsal (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  return self->rehearsal;
}

void
onsite_context_end_rehearsal (OnsiteContext *self)
{
  g_autoptr (OnsiteRehearsal) rehearsal = NULL;

  g_return_if_fail (ONSITE_IS_CONTEXT (self));

  rehearsal = g_steal_pointer (&self->rehearsal);
  if (rehearsal == NULL)
    return;

  onsite_settling_let_go (self->settling, rehearsal, &rehearsal_funcs);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REHEARSAL]);
}

OnsiteSettling *
onsite_context_get_settling (OnsiteContext *self)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (self), NULL);

  return self->settling;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OnsiteLibraryChoice *libraries = ONSITE_LIBRARY_CHOICE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (onsite_library_choice_close_finish (libraries, result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What a rehearsal has still to write comes before. */
static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteContext *self = ONSITE_CONTEXT (g_task_get_source_object (task));
  GError *error = NULL;

  if (!onsite_settling_wait_finish (ONSITE_SETTLING (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  onsite_library_choice_close_async (self->libraries, closed_cb, g_steal_pointer (&task));
}

void
onsite_context_close_async (OnsiteContext *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_CONTEXT (self));

  g_cancellable_cancel (self->cancellable);
  onsite_settling_give_up_works (self->settling);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, onsite_context_close_async);
  onsite_context_end_rehearsal (self);
  onsite_settling_wait_async (self->settling, settled_cb, task);
}

gboolean
onsite_context_close_finish (OnsiteContext *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
released_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OnsiteLibraryChoice *libraries = ONSITE_LIBRARY_CHOICE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (onsite_library_choice_release_finish (libraries, result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
settled_to_release_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteContext *self = ONSITE_CONTEXT (g_task_get_source_object (task));
  GError *error = NULL;

  if (!onsite_settling_wait_finish (ONSITE_SETTLING (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* Another loop may have begun meanwhile. */
  if (onsite_context_get_library (self) == NULL || self->rehearsal != NULL)
    {
      g_task_return_new_error (task,
                               G_IO_ERROR,
                               G_IO_ERROR_BUSY,
                               "%s",
                               C_ ("error", "The library is in use."));
      return;
    }

  onsite_library_choice_release_async (self->libraries, released_cb, g_steal_pointer (&task));
}

void
onsite_context_release_async (OnsiteContext *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_CONTEXT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, onsite_context_release_async);
  onsite_settling_wait_async (self->settling, settled_to_release_cb, task);
}

gboolean
onsite_context_release_finish (OnsiteContext *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
onsite_context_open_at (OnsiteContext *self, const char *path)
{
  g_return_if_fail (ONSITE_IS_CONTEXT (self));

  if (path != NULL)
    onsite_library_choice_follow (self->libraries, path);
  onsite_context_open (self);
}
