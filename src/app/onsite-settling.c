/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-settling.h"

/* What has something to keep. */
typedef struct
{
  OnsiteSettling *settling; /* held by each attempt */
  GObject *object;
  const OnsiteSettlingFuncs *funcs;
  gboolean is_in_use;
  guint n_attempts; /* under way */
  GError *error;    /* of the last attempt */
} OnsiteHolder;

struct _OnsiteSettling
{
  GObject parent_instance;

  GPtrArray *holders; /* (element-type OnsiteHolder) */
  GPtrArray *works;   /* (element-type GCancellable): what else is under way */
  GPtrArray *waiting; /* (element-type GTask): what waits for all of them */
};

enum
{
  NOT_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteSettling, onsite_settling, G_TYPE_OBJECT)

static void
holder_free (gpointer data)
{
  OnsiteHolder *holder = data;

  g_clear_object (&holder->object);
  g_clear_error (&holder->error);
  g_free (holder);
}

static OnsiteHolder *
add_holder (OnsiteSettling *self, gpointer object, const OnsiteSettlingFuncs *funcs)
{
  OnsiteHolder *holder = g_new0 (OnsiteHolder, 1);

  holder->settling = self;
  holder->object = g_object_ref (object);
  holder->funcs = funcs;
  g_ptr_array_add (self->holders, holder);

  return holder;
}

static gboolean
is_at_rest (OnsiteSettling *self)
{
  for (guint i = 0; i < self->holders->len; i++)
    if (((OnsiteHolder *) g_ptr_array_index (self->holders, i))->n_attempts > 0)
      return FALSE;

  return self->works->len == 0;
}

static GError *
dup_error (OnsiteSettling *self)
{
  for (guint i = 0; i < self->holders->len; i++)
    {
      OnsiteHolder *holder = g_ptr_array_index (self->holders, i);

      if (holder->error != NULL)
        return g_error_copy (holder->error);
    }

  return NULL;
}

static void
end_waits (OnsiteSettling *self)
{
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_at_rest (self))
    return;

  /* Whoever is called back may let go of more, and wait again. */
  tasks = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  error = dup_error (self);
  for (guint i = 0; i < tasks->len; i++)
    {
      GTask *task = g_ptr_array_index (tasks, i);

      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

static void
drop_if_kept (OnsiteSettling *self, OnsiteHolder *holder)
{
  if (!holder->is_in_use && holder->n_attempts == 0 && holder->error == NULL)
    g_ptr_array_remove (self->holders, holder);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OnsiteHolder *holder = user_data;
  g_autoptr (OnsiteSettling) self = holder->settling;
  g_autoptr (GError) error = NULL;

  g_clear_error (&holder->error);
  if (!holder->funcs->keep_finish (source, result, &error))
    {
      holder->error = g_error_copy (error);
      if (!holder->is_in_use)
        g_signal_emit (self, signals[NOT_KEPT], 0, error);
    }

  holder->n_attempts--;
  drop_if_kept (self, holder);
  end_waits (self);
}

static void
keep (OnsiteHolder *holder)
{
  g_object_ref (holder->settling);
  g_clear_error (&holder->error);
  holder->n_attempts++;
  holder->funcs->keep_async (holder->object, NULL, kept_cb, holder);
}

static void
onsite_settling_finalize (GObject *object)
{
  OnsiteSettling *self = ONSITE_SETTLING (object);

  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_clear_pointer (&self->works, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (onsite_settling_parent_class)->finalize (object);
}

static void
onsite_settling_class_init (OnsiteSettlingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_settling_finalize;

  signals[NOT_KEPT] = g_signal_new ("not-kept",
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
onsite_settling_init (OnsiteSettling *self)
{
  self->holders = g_ptr_array_new_with_free_func (holder_free);
  self->works = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

OnsiteSettling *
onsite_settling_new (void)
{
  return g_object_new (ONSITE_TYPE_SETTLING, NULL);
}

void
onsite_settling_let_go (OnsiteSettling *self, gpointer object, const OnsiteSettlingFuncs *funcs)
{
  g_return_if_fail (ONSITE_IS_SETTLING (self));
  g_return_if_fail (G_IS_OBJECT (object));
  g_return_if_fail (funcs != NULL);

  keep (add_holder (self, object, funcs));
}

static void
end_use (OnsiteSettling *self)
{
  for (guint i = self->holders->len; i > 0; i--)
    {
      OnsiteHolder *holder = g_ptr_array_index (self->holders, i - 1);

      holder->is_in_use = FALSE;
      drop_if_kept (self, holder);
    }
}

void
onsite_settling_set_in_use (OnsiteSettling *self, gpointer object, const OnsiteSettlingFuncs *funcs)
{
  g_return_if_fail (ONSITE_IS_SETTLING (self));
  g_return_if_fail (object == NULL || (G_IS_OBJECT (object) && funcs != NULL));

  end_use (self);
  if (object != NULL)
    add_holder (self, object, funcs)->is_in_use = TRUE;
}

void
onsite_settling_add_work (OnsiteSettling *self, GCancellable *work)
{
  g_return_if_fail (ONSITE_IS_SETTLING (self));
  g_return_if_fail (G_IS_CANCELLABLE (work));

  g_ptr_array_add (self->works, g_object_ref (work));
}

void
onsite_settling_remove_work (OnsiteSettling *self, GCancellable *work)
{
  g_return_if_fail (ONSITE_IS_SETTLING (self));

  if (g_ptr_array_remove (self->works, work))
    end_waits (self);
}

void
onsite_settling_give_up_works (OnsiteSettling *self)
{
  g_return_if_fail (ONSITE_IS_SETTLING (self));

  for (guint i = 0; i < self->works->len; i++)
    g_cancellable_cancel (g_ptr_array_index (self->works, i));
}

void
onsite_settling_wait_async (OnsiteSettling *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_SETTLING (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, onsite_settling_wait_async);
  g_ptr_array_add (self->waiting, task);

  for (guint i = 0; i < self->holders->len; i++)
    {
      OnsiteHolder *holder = g_ptr_array_index (self->holders, i);

      if (holder->is_in_use || holder->error != NULL)
        keep (holder);
    }

  end_waits (self);
}

gboolean
onsite_settling_wait_finish (OnsiteSettling *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
