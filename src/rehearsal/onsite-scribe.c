/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-scribe.h"

#include <glib/gi18n-lib.h>

#define RETRY_MS 1000

struct _OnsiteScribe
{
  GObject parent_instance;

  OnsiteLibrary *library;
  GQueue changes;
  guint64 n_handed; /* ever given to it */
  gboolean in_flight;
  guint retry_id;
  char *trouble;
  GHashTable *refused; /* (element-type guint64): numbers of changes */
  GError *refusal;     /* (nullable): the last */
  gboolean untold;     /* no flush has told of it yet */
  GPtrArray *flushes;
};

enum
{
  PROP_TROUBLE = 1,
  N_PROPS,
};

enum
{
  WRITTEN,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteScribe, onsite_scribe, G_TYPE_OBJECT)

static void commit_next (OnsiteScribe *self);

static void
set_trouble (OnsiteScribe *self, const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void
end_flushes (OnsiteScribe *self, const GError *error)
{
  g_autoptr (GPtrArray) flushes = g_steal_pointer (&self->flushes);

  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < flushes->len; i++)
    {
      GTask *task = g_ptr_array_index (flushes, i);

      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

/* Each refusal is told once: what can't be mended keeps nobody from leaving. */
static void
end_flushes_of_all (OnsiteScribe *self)
{
  if (self->flushes->len == 0)
    return;

  end_flushes (self, self->untold ? self->refusal : NULL);
  self->untold = FALSE;
}

/* Of such an error the next attempt would know no better. */
static gboolean
is_for_good (const GError *error)
{
  return g_error_matches (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_REFUSED) ||
         g_error_matches (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND) ||
         g_error_matches (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_DAMAGED);
}

static guint64
get_first_number (OnsiteScribe *self)
{
  return self->n_handed - g_queue_get_length (&self->changes) + 1;
}

static void
pop_change (OnsiteScribe *self)
{
  onsite_change_unref (g_queue_pop_head (&self->changes));
}

/* It is not tried again, not even at the end: it would overwrite what came after it. */
static void
set_aside (OnsiteScribe *self, const GError *error)
{
  g_autofree guint64 *number = g_new (guint64, 1);

  *number = get_first_number (self);
  g_hash_table_add (self->refused, g_steal_pointer (&number));
  pop_change (self);
  g_clear_error (&self->refusal);
  self->refusal = g_error_new (
      error->domain,
      error->code,
      C_ ("error", "Something could not be saved and was set aside; all else is kept. %s"),
      error->message);
  self->untold = TRUE;
  g_message ("%s", self->refusal->message);
}

static gboolean
retry (gpointer user_data)
{
  OnsiteScribe *self = user_data;

  self->retry_id = 0;
  commit_next (self);
  return G_SOURCE_REMOVE;
}

/* Whoever wrote may be gone by the time that there is room. */
static void
retry_later (OnsiteScribe *self)
{
  self->retry_id = g_timeout_add_full (G_PRIORITY_DEFAULT,
                                       RETRY_MS,
                                       retry,
                                       g_object_ref (self),
                                       g_object_unref);
}

static void
on_committed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteScribe) self = user_data;
  g_autoptr (GError) error = NULL;

  self->in_flight = FALSE;

  if (onsite_library_commit_finish (ONSITE_LIBRARY (source), result, &error))
    {
      pop_change (self);
    }
  else if (is_for_good (error))
    {
      set_aside (self, error);
    }
  else
    {
      set_trouble (self, error->message);
      retry_later (self);
      end_flushes (self, error);
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  set_trouble (self, self->refusal != NULL ? self->refusal->message : NULL);

  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, self->refusal);
  else
    g_signal_emit (self, signals[WRITTEN], 0);

  if (g_queue_is_empty (&self->changes))
    end_flushes_of_all (self);
  else
    commit_next (self);
}

static void
commit_next (OnsiteScribe *self)
{
  if (self->in_flight || g_queue_is_empty (&self->changes))
    return;

  self->in_flight = TRUE;
  g_clear_handle_id (&self->retry_id, g_source_remove);
  onsite_library_commit_async (self->library,
                               onsite_change_ref (g_queue_peek_head (&self->changes)),
                               NULL,
                               on_committed,
                               g_object_ref (self));
}

static void
onsite_scribe_finalize (GObject *object)
{
  OnsiteScribe *self = ONSITE_SCRIBE (object);

  g_queue_clear_full (&self->changes, (GDestroyNotify) onsite_change_unref);
  g_clear_pointer (&self->flushes, g_ptr_array_unref);
  g_clear_pointer (&self->refused, g_hash_table_unref);
  g_clear_error (&self->refusal);
  g_clear_object (&self->library);
  g_free (self->trouble);

  G_OBJECT_CLASS (onsite_scribe_parent_class)->finalize (object);
}

static void
onsite_scribe_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteScribe *self = ONSITE_SCRIBE (object);

  switch (id)
    {
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_scribe_class_init (OnsiteScribeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = onsite_scribe_finalize;
  object_class->get_property = onsite_scribe_get_property;

  properties[PROP_TROUBLE] = g_param_spec_string ("trouble",
                                                  NULL,
                                                  NULL,
                                                  NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                      G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[WRITTEN] = g_signal_new ("written",
                                   ONSITE_TYPE_SCRIBE,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
  signals[FAILED] = g_signal_new ("failed",
                                  ONSITE_TYPE_SCRIBE,
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
onsite_scribe_init (OnsiteScribe *self)
{
  g_queue_init (&self->changes);
  self->refused = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
}

OnsiteScribe *
onsite_scribe_new (OnsiteLibrary *library)
{
  OnsiteScribe *self = g_object_new (ONSITE_TYPE_SCRIBE, NULL);

  self->library = g_object_ref (library);
  return self;
}

guint64
onsite_scribe_write (OnsiteScribe *self, OnsiteChange *change)
{
  g_return_val_if_fail (ONSITE_IS_SCRIBE (self), 0);
  g_return_val_if_fail (change != NULL, 0);

  g_queue_push_tail (&self->changes, change);
  self->n_handed++;
  commit_next (self);
  return self->n_handed;
}

gboolean
onsite_scribe_has_written (OnsiteScribe *self, guint64 number)
{
  g_return_val_if_fail (ONSITE_IS_SCRIBE (self), FALSE);

  return number < get_first_number (self) && !g_hash_table_contains (self->refused, &number);
}

void
onsite_scribe_flush_async (OnsiteScribe *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ONSITE_IS_SCRIBE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_scribe_flush_async);

  g_ptr_array_add (self->flushes, g_steal_pointer (&task));

  if (g_queue_is_empty (&self->changes))
    end_flushes_of_all (self);
  else
    commit_next (self);
}

gboolean
onsite_scribe_flush_finish (OnsiteScribe *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
onsite_scribe_get_trouble (OnsiteScribe *self)
{
  g_return_val_if_fail (ONSITE_IS_SCRIBE (self), NULL);

  return self->trouble;
}
