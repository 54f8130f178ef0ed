/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What ThreadSanitizer can't see by itself. GLib and GStreamer come without its
 * instrumentation, and GMutex and GCond are made of futexes, so that all that is
 * guarded by them would be called a race. These functions stand before theirs: each
 * calls the true one, and says what that orders: a lock, a reference that was the
 * last, what is handed to another thread with its callback. */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <gio/gio.h>
#include <gst/app/app.h>
#include <gst/gst.h>
#include <sanitizer/tsan_interface.h>

static gpointer
find_next (gpointer *known, const char *name)
{
  gpointer next = __atomic_load_n (known, __ATOMIC_ACQUIRE);

  if (next == NULL)
    {
      next = dlsym (RTLD_NEXT, name);
      __atomic_store_n (known, next, __ATOMIC_RELEASE);
    }

  return next;
}

/* The function that this one stands before. */
#define NEXT(name)                                   \
  ({                                                 \
    static gpointer known_;                          \
    ((typeof (&(name))) find_next (&known_, #name)); \
  })

/* Locks. */

void
g_mutex_lock (GMutex *mutex)
{
  __tsan_mutex_pre_lock (mutex, 0);
  NEXT (g_mutex_lock) (mutex);
  __tsan_mutex_post_lock (mutex, 0, 0);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  gboolean is_locked;

  __tsan_mutex_pre_lock (mutex, __tsan_mutex_try_lock);
  is_locked = NEXT (g_mutex_trylock) (mutex);
  __tsan_mutex_post_lock (mutex,
                          is_locked ? __tsan_mutex_try_lock
                                    : __tsan_mutex_try_lock | __tsan_mutex_try_lock_failed,
                          0);

  return is_locked;
}

void
g_mutex_unlock (GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  NEXT (g_mutex_unlock) (mutex);
  __tsan_mutex_post_unlock (mutex, 0);
}

void
g_mutex_clear (GMutex *mutex)
{
  __tsan_mutex_destroy (mutex, 0);
  NEXT (g_mutex_clear) (mutex);
}

static void
let_go (GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  __tsan_mutex_post_unlock (mutex, 0);
}

static void
take_back (GMutex *mutex)
{
  __tsan_mutex_pre_lock (mutex, 0);
  __tsan_mutex_post_lock (mutex, 0, 0);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  let_go (mutex);
  NEXT (g_cond_wait) (cond, mutex);
  take_back (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  gboolean is_signalled;

  let_go (mutex);
  is_signalled = NEXT (g_cond_wait_until) (cond, mutex, end_time);
  take_back (mutex);

  return is_signalled;
}

/* References: each that is dropped comes before what the last one frees. */

#define DROP(name, Type)         \
  void (name) (Type object)      \
  {                              \
    if (object != NULL)          \
      {                          \
        __tsan_release (object); \
        __tsan_acquire (object); \
      }                          \
    NEXT (name) (object);        \
  }

DROP (g_object_unref, gpointer)
DROP (gst_object_unref, gpointer)
DROP (gst_mini_object_unref, GstMiniObject *)
DROP (g_bytes_unref, GBytes *)
DROP (g_ptr_array_unref, GPtrArray *)
DROP (g_hash_table_unref, GHashTable *)
DROP (g_byte_array_unref, GByteArray *)
DROP (g_variant_unref, GVariant *)

/* The same of what counts its references itself. */
gboolean (g_atomic_ref_count_dec) (gatomicrefcount *count)
{
  gboolean was_last;

  __tsan_release (count);
  was_last = NEXT (g_atomic_ref_count_dec) (count);
  __tsan_acquire (count);

  return was_last;
}

/* Callbacks. */

typedef struct
{
  GCallback function;
  gpointer data;
  GDestroyNotify destroy;
} Callback;

static Callback *
callback_new (gpointer function, gpointer data, GDestroyNotify destroy)
{
  Callback *self = g_new (Callback, 1);

  *self = (Callback){ (GCallback) function, data, destroy };
  __tsan_release (self);

  return self;
}

static void
callback_free (gpointer data)
{
  Callback *self = data;

  __tsan_acquire (self);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static gboolean
run_source (gpointer data)
{
  Callback *self = data;

  __tsan_acquire (self);

  return ((GSourceFunc) self->function) (self->data);
}

/* Those of a type of their own, as a bus's, are called otherwise. */
static gboolean
is_plain (GSource *source)
{
  return source->source_funcs == &g_idle_funcs || source->source_funcs == &g_timeout_funcs;
}

void
g_source_set_callback (GSource *source, GSourceFunc function, gpointer data, GDestroyNotify destroy)
{
  if (is_plain (source))
    NEXT (g_source_set_callback)
  (source, run_source, callback_new (function, data, destroy), callback_free);
  else NEXT (g_source_set_callback) (source, function, data, destroy);
}

guint
g_idle_add_full (int priority, GSourceFunc function, gpointer data, GDestroyNotify destroy)
{
  return NEXT (g_idle_add_full) (priority,
                                 run_source,
                                 callback_new (function, data, destroy),
                                 callback_free);
}

guint
g_idle_add (GSourceFunc function, gpointer data)
{
  return g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, function, data, NULL);
}

void
g_main_context_invoke_full (GMainContext *context,
                            int priority,
                            GSourceFunc function,
                            gpointer data,
                            GDestroyNotify destroy)
{
  NEXT (g_main_context_invoke_full)
  (context, priority, run_source, callback_new (function, data, destroy), callback_free);
}

void
g_main_context_invoke (GMainContext *context, GSourceFunc function, gpointer data)
{
  g_main_context_invoke_full (context, G_PRIORITY_DEFAULT, function, data, NULL);
}

/* Threads of a pool. */

static void
run_pooled (gpointer data, gpointer user_data)
{
  Callback *self = user_data;

  __tsan_acquire (self);
  ((GFunc) self->function) (data, self->data);
  __tsan_release (self);
}

GThreadPool *
g_thread_pool_new (GFunc function,
                   gpointer data,
                   int max_threads,
                   gboolean exclusive,
                   GError **error)
{
  return NEXT (g_thread_pool_new) (run_pooled,
                                   callback_new (function, data, NULL),
                                   max_threads,
                                   exclusive,
                                   error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer data, GError **error)
{
  __tsan_release (pool->user_data);

  return NEXT (g_thread_pool_push) (pool, data, error);
}

void
g_thread_pool_free (GThreadPool *pool, gboolean immediate, gboolean wait)
{
  Callback *callback = pool->user_data;

  NEXT (g_thread_pool_free) (pool, immediate, wait);
  if (wait)
    callback_free (callback);
}

/* Tasks. */

#define TASK_FUNCTION "tsan-function"

static void
run_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTaskThreadFunc function;

  __tsan_acquire (task);
  function = (GTaskThreadFunc) g_object_get_data (G_OBJECT (task), TASK_FUNCTION);
  function (task, source, data, cancellable);
  __tsan_release (task);
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc function)
{
  g_object_set_data (G_OBJECT (task), TASK_FUNCTION, (gpointer) function);
  __tsan_release (task);
  NEXT (g_task_run_in_thread) (task, run_task);
}

static void
run_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Callback *self = data;

  __tsan_acquire (result);
  ((GAsyncReadyCallback) self->function) (source, result, self->data);
}

GTask *(g_task_new) (gpointer source,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  if (callback == NULL)
    return NEXT (g_task_new) (source, cancellable, NULL, data);

  return NEXT (g_task_new) (source, cancellable, run_ready, callback_new (callback, data, NULL));
}

void
g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify destroy)
{
  __tsan_release (task);
  NEXT (g_task_return_pointer) (task, result, destroy);
}

void
g_task_return_boolean (GTask *task, gboolean result)
{
  __tsan_release (task);
  NEXT (g_task_return_boolean) (task, result);
}

void
g_task_return_error (GTask *task, GError *error)
{
  __tsan_release (task);
  NEXT (g_task_return_error) (task, error);
}

gpointer
g_task_propagate_pointer (GTask *task, GError **error)
{
  __tsan_acquire (task);

  return NEXT (g_task_propagate_pointer) (task, error);
}

gboolean
g_task_propagate_boolean (GTask *task, GError **error)
{
  __tsan_acquire (task);

  return NEXT (g_task_propagate_boolean) (task, error);
}

/* Streaming threads: a pipeline that is stopped has waited for its own. */

static char streaming;

GstStateChangeReturn
gst_element_set_state (GstElement *element, GstState state)
{
  GstStateChangeReturn result = NEXT (gst_element_set_state) (element, state);

  __tsan_acquire (&streaming);

  return result;
}

static GstBusSyncReply
run_sync_handler (GstBus *bus, GstMessage *message, gpointer data)
{
  Callback *self = data;
  GstBusSyncReply reply;

  __tsan_acquire (self);
  reply = ((GstBusSyncHandler) self->function) (bus, message, self->data);
  __tsan_release (&streaming);

  return reply;
}

void
gst_bus_set_sync_handler (GstBus *bus,
                          GstBusSyncHandler function,
                          gpointer data,
                          GDestroyNotify destroy)
{
  if (function == NULL)
    NEXT (gst_bus_set_sync_handler) (bus, NULL, NULL, NULL);
  else
    NEXT (gst_bus_set_sync_handler)
  (bus, run_sync_handler, callback_new (function, data, destroy), callback_free);
}

typedef struct
{
  GstAppSinkCallbacks functions;
  gpointer data;
  GDestroyNotify destroy;
} SinkCallbacks;

static void
sink_callbacks_free (gpointer data)
{
  SinkCallbacks *self = data;

  __tsan_acquire (&streaming);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static void
run_eos (GstAppSink *sink, gpointer data)
{
  SinkCallbacks *self = data;

  __tsan_acquire (self);
  if (self->functions.eos != NULL)
    self->functions.eos (sink, self->data);
  __tsan_release (&streaming);
}

static GstFlowReturn
run_new_sample (GstAppSink *sink, gpointer data)
{
  SinkCallbacks *self = data;
  GstFlowReturn flow;

  __tsan_acquire (self);
  flow = self->functions.new_sample (sink, self->data);
  __tsan_release (&streaming);

  return flow;
}

void
gst_app_sink_set_callbacks (GstAppSink *sink,
                            GstAppSinkCallbacks *functions,
                            gpointer data,
                            GDestroyNotify destroy)
{
  GstAppSinkCallbacks run = { .eos = run_eos, .new_sample = run_new_sample };
  SinkCallbacks *self = g_new0 (SinkCallbacks, 1);

  /* Those that nobody here has use for. */
  g_assert_true (functions->new_preroll == NULL && functions->new_event == NULL);
  *self = (SinkCallbacks){ *functions, data, destroy };
  if (functions->new_sample == NULL)
    run.new_sample = NULL;
  __tsan_release (self);
  NEXT (gst_app_sink_set_callbacks) (sink, &run, self, sink_callbacks_free);
}
