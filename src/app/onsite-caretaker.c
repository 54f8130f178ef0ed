/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-caretaker.h"

#include <glib/gi18n-lib.h>

#include "onsite-care.h"
#include "onsite-format.h"
#include "upkeep/onsite-backups.h"

/* Nobody waits for a backup: it is looked for now and then. */
#define LOOK_S 300

/* How often it's told how far it is. */
#define TELL_MS 200

struct _OnsiteCaretaker
{
  GObject parent_instance;

  OnsiteContext *context; /* unowned, weak */
  guint look_id;
  guint tell_id;
  OnsiteCare *care; /* what it is at */
  GCancellable *cancellable;
  GTask *leaving;   /* waits for that */
  gint64 newest_us; /* 0: there is none */
  guint64 library_size;
  guint64 backups_size;
  GError *trouble; /* why the last backup was not made */
  char *status;
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_STATUS,
  N_PROPS
};

enum
{
  MENDED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteCaretaker, onsite_caretaker, G_TYPE_OBJECT)

static char *
describe_newest (OnsiteCaretaker *self)
{
  g_autoptr (GDateTime) newest = onsite_caretaker_get_newest (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = newest != NULL ? onsite_format_date (newest, now) : NULL;

  if (date == NULL)
    return g_strdup (C_ ("backup", "None yet. One is made a day when something changed."));

  return g_strdup_printf (C_ ("backup", "The last one: %s. Those of three days are kept."), date);
}

static char *
describe (OnsiteCaretaker *self)
{
  g_autofree char *newest = NULL;

  if (self->care != NULL)
    return onsite_care_describe (self->care);

  newest = describe_newest (self);
  if (self->trouble == NULL)
    return g_steal_pointer (&newest);

  return g_strdup_printf ("%s\n%s", newest, self->trouble->message);
}

static void
update (OnsiteCaretaker *self)
{
  g_autofree char *status = describe (self);

  if (g_strcmp0 (status, self->status) == 0)
    return;

  g_free (self->status);
  self->status = g_steal_pointer (&status);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
}

static gboolean
tell_cb (gpointer user_data)
{
  update (user_data);

  return G_SOURCE_CONTINUE;
}

static void
note_backup (OnsiteCaretaker *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_error (&self->trouble);
  if (error != NULL)
    self->trouble = g_error_copy (error);
}

static void
note (OnsiteCaretaker *self)
{
  self->newest_us = onsite_care_get_newest_us (self->care);
  self->library_size = onsite_care_get_library_size (self->care);
  self->backups_size = onsite_care_get_backups_size (self->care);
}

static void
end (OnsiteCaretaker *self, const GError *error)
{
  OnsiteCareKind kind = onsite_care_get_kind (self->care);
  g_autofree char *told = g_strdup (onsite_care_get_told (self->care));

  note (self);
  g_clear_pointer (&self->care, onsite_care_unref);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tell_id, g_source_remove);
  if (kind == ONSITE_CARE_BACKUP || kind == ONSITE_CARE_BACKUP_IF_DUE)
    note_backup (self, error);

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  if (self->leaving != NULL)
    g_task_return_boolean (self->leaving, TRUE);
  g_clear_object (&self->leaving);
  if (kind != ONSITE_CARE_REPAIR && kind != ONSITE_CARE_GOING_BACK)
    return;
  if (error == NULL)
    g_signal_emit (self, signals[MENDED], 0, told);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = g_strdup (onsite_care_get_told (ONSITE_CARETAKER (source)->care));

  onsite_care_run_finish (result, &error);
  end (ONSITE_CARETAKER (source), error);
  if (task == NULL)
    return;
  if (error == NULL)
    g_task_return_pointer (task, g_steal_pointer (&told), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* @task, if any, ends when it is done. */
static void
begin_care (OnsiteCaretaker *self, OnsiteCare *care, GTask *task)
{
  if (self->care != NULL)
    {
      onsite_care_unref (care);
      if (task != NULL)
        g_task_return_new_error (task,
                                 G_IO_ERROR,
                                 G_IO_ERROR_BUSY,
                                 "%s",
                                 C_ ("error",
                                     "Something else is being done to the library. Wait until it "
                                     "has ended."));
      g_clear_object (&task);
      return;
    }

  self->cancellable = g_cancellable_new ();
  self->care = care;
  self->tell_id = g_timeout_add (TELL_MS, tell_cb, self);
  onsite_care_run_async (self->care, self, self->cancellable, done_cb, task);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
begin (OnsiteCaretaker *self, OnsiteCareKind kind, GTask *task)
{
  OnsiteCare *care = onsite_care_new (kind,
                                      onsite_context_get_library_path (self->context),
                                      onsite_context_get_pack (self->context));

  begin_care (self, care, task);
}

static gboolean
may_back_up (OnsiteCaretaker *self)
{
  return self->context != NULL && onsite_context_get_library (self->context) != NULL &&
         !onsite_context_get_read_only (self->context) &&
         onsite_context_get_rehearsal (self->context) == NULL;
}

static gboolean
look_cb (gpointer user_data)
{
  OnsiteCaretaker *self = user_data;

  if (may_back_up (self))
    begin (self, ONSITE_CARE_BACKUP_IF_DUE, NULL);

  return G_SOURCE_CONTINUE;
}

/* A rehearsal has the disk for itself. */
static void
rehearsal_cb (OnsiteCaretaker *self)
{
  if (onsite_context_get_rehearsal (self->context) != NULL)
    onsite_caretaker_cancel (self);
}

static void
onsite_caretaker_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteCaretaker *self = ONSITE_CARETAKER (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, onsite_caretaker_get_busy (self));
      break;

    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_caretaker_dispose (GObject *object)
{
  OnsiteCaretaker *self = ONSITE_CARETAKER (object);

  onsite_caretaker_cancel (self);
  g_clear_weak_pointer (&self->context);
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_handle_id (&self->tell_id, g_source_remove);

  G_OBJECT_CLASS (onsite_caretaker_parent_class)->dispose (object);
}

static void
onsite_caretaker_finalize (GObject *object)
{
  OnsiteCaretaker *self = ONSITE_CARETAKER (object);

  g_clear_object (&self->leaving);
  g_clear_pointer (&self->care, onsite_care_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->trouble);
  g_free (self->status);

  G_OBJECT_CLASS (onsite_caretaker_parent_class)->finalize (object);
}

static void
onsite_caretaker_class_init (OnsiteCaretakerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onsite_caretaker_get_property;
  object_class->dispose = onsite_caretaker_dispose;
  object_class->finalize = onsite_caretaker_finalize;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[MENDED] = g_signal_new ("mended",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed",
                                  G_TYPE_FROM_CLASS (klass),
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
onsite_caretaker_init (OnsiteCaretaker *self)
{
}

OnsiteCaretaker *
onsite_caretaker_new (OnsiteContext *context)
{
  OnsiteCaretaker *self = g_object_new (ONSITE_TYPE_CARETAKER, NULL);

  g_set_weak_pointer (&self->context, context);
  self->look_id = g_timeout_add_seconds (LOOK_S, look_cb, self);
  g_signal_connect_object (context,
                           "notify::rehearsal",
                           G_CALLBACK (rehearsal_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return self;
}

gboolean
onsite_caretaker_get_busy (OnsiteCaretaker *self)
{
  g_return_val_if_fail (ONSITE_IS_CARETAKER (self), FALSE);

  return self->care != NULL && onsite_care_get_kind (self->care) != ONSITE_CARE_LOOK;
}

const char *
onsite_caretaker_get_status (OnsiteCaretaker *self)
{
  g_return_val_if_fail (ONSITE_IS_CARETAKER (self), NULL);

  return self->status;
}

gboolean
onsite_caretaker_get_moving (OnsiteCaretaker *self)
{
  g_return_val_if_fail (ONSITE_IS_CARETAKER (self), FALSE);

  return self->care != NULL && onsite_care_get_kind (self->care) == ONSITE_CARE_MOVE;
}

double
onsite_caretaker_get_fraction (OnsiteCaretaker *self)
{
  g_return_val_if_fail (ONSITE_IS_CARETAKER (self), 0);

  return self->care != NULL ? onsite_care_get_fraction (self->care) : 0;
}

guint64
onsite_caretaker_get_library_size (OnsiteCaretaker *self)
{
  g_return_val_if_fail (ONSITE_IS_CARETAKER (self), 0);

  return self->library_size;
}

guint64
onsite_caretaker_get_backups_size (OnsiteCaretaker *self)
{
  g_return_val_if_fail (ONSITE_IS_CARETAKER (self), 0);

  return self->backups_size;
}

GDateTime *
onsite_caretaker_get_newest (OnsiteCaretaker *self)
{
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (ONSITE_IS_CARETAKER (self), NULL);

  if (self->newest_us == 0)
    return NULL;
  utc = g_date_time_new_from_unix_utc (self->newest_us / G_USEC_PER_SEC);

  return g_date_time_to_local (utc);
}

void
onsite_caretaker_look (OnsiteCaretaker *self)
{
  g_return_if_fail (ONSITE_IS_CARETAKER (self));

  begin (self, ONSITE_CARE_LOOK, NULL);
}

void
onsite_caretaker_back_up (OnsiteCaretaker *self)
{
  g_return_if_fail (ONSITE_IS_CARETAKER (self));

  if (may_back_up (self))
    begin (self, ONSITE_CARE_BACKUP, NULL);
}

void
onsite_caretaker_go_back (OnsiteCaretaker *self)
{
  g_return_if_fail (ONSITE_IS_CARETAKER (self));
  g_return_if_fail (onsite_context_get_library (self->context) == NULL);

  begin (self, ONSITE_CARE_GOING_BACK, NULL);
}

void
onsite_caretaker_repair (OnsiteCaretaker *self)
{
  g_return_if_fail (ONSITE_IS_CARETAKER (self));
  g_return_if_fail (onsite_context_get_library (self->context) == NULL);

  begin (self, ONSITE_CARE_REPAIR, NULL);
}

void
onsite_caretaker_move_async (OnsiteCaretaker *self,
                             const char *folder,
                             gboolean only_look,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (ONSITE_IS_CARETAKER (self));

  g_task_set_source_tag (task, onsite_caretaker_move_async);
  begin_care (self,
              onsite_care_new_for_folder (only_look ? ONSITE_CARE_FOLDER : ONSITE_CARE_MOVE,
                                          onsite_context_get_library_path (self->context),
                                          folder),
              task);
}

gboolean
onsite_caretaker_move_finish (OnsiteCaretaker *self,
                              GAsyncResult *result,
                              char **path,
                              GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *told = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  told = g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (path != NULL)
    *path = g_steal_pointer (&told);

  return TRUE;
}

void
onsite_caretaker_cancel (OnsiteCaretaker *self)
{
  g_return_if_fail (ONSITE_IS_CARETAKER (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
forget_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **words = data;
  g_autoptr (GError) error = NULL;

  if (onsite_care_forget (words[0], words[1], &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A backup that is being made may have the loop already: it is broken off. */
void
onsite_caretaker_forget_async (OnsiteCaretaker *self,
                               const char *loop,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const char *const words[] = { onsite_context_get_library_path (self->context), loop, NULL };
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (ONSITE_IS_CARETAKER (self));

  onsite_caretaker_cancel (self);
  g_task_set_source_tag (task, onsite_caretaker_forget_async);
  g_task_set_task_data (task, g_strdupv ((GStrv) words), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, forget_thread);
}

gboolean
onsite_caretaker_forget_finish (OnsiteCaretaker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
onsite_caretaker_leave_async (OnsiteCaretaker *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (ONSITE_IS_CARETAKER (self));

  g_task_set_source_tag (task, onsite_caretaker_leave_async);
  if (onsite_caretaker_get_moving (self))
    {
      /* Who leaves in the middle of a move leaves nothing half done behind. */
      g_set_object (&self->leaving, task);
      g_object_unref (task);
      onsite_caretaker_cancel (self);
    }
  else if (may_back_up (self))
    begin (self, ONSITE_CARE_BACKUP_IF_DUE, task);
  else
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}
