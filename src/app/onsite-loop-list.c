/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-loop-list.h"

struct _OnsiteLoopList
{
  GObject parent_instance;

  OnsiteLibrary *library;
  GCancellable *cancellable;
  GPtrArray *items;
  guint page;
  guint wanted; /* how many the read that runs asked for */
  gboolean from_start;
  gboolean loading;
  gboolean complete;
  gboolean active;
  gboolean stale;
  gboolean begun;
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_COMPLETE,
  PROP_ACTIVE,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return ONSITE_TYPE_LOOP_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ONSITE_LOOP_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  OnsiteLoopList *self = ONSITE_LOOP_LIST (model);

  if (position >= self->items->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteLoopList,
                               onsite_loop_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
set_loading (OnsiteLoopList *self, gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
set_complete (OnsiteLoopList *self, gboolean complete)
{
  if (self->complete == complete)
    return;

  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
}

static gboolean
same_item (OnsiteLoopList *self, guint old, GPtrArray *items, guint new)
{
  return onsite_loop_item_equal (g_ptr_array_index (self->items, old),
                                 g_ptr_array_index (items, new));
}

/* Puts @items in the place of what there is, telling of what differs only: a
 * row that stays keeps its widget, its focus and its place. */
static void
update_items (OnsiteLoopList *self, GPtrArray *items)
{
  guint shorter = MIN (self->items->len, items->len);
  guint head = 0;
  guint tail = 0;
  guint removed;
  guint added;

  while (head < shorter && same_item (self, head, items, head))
    head++;
  while (tail < shorter - head &&
         same_item (self, self->items->len - 1 - tail, items, items->len - 1 - tail))
    tail++;

  removed = self->items->len - head - tail;
  added = items->len - head - tail;
  if (removed == 0 && added == 0)
    return;

  if (removed > 0)
    g_ptr_array_remove_range (self->items, head, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items,
                        (int) (head + i),
                        g_object_ref (g_ptr_array_index (items, head + i)));

  g_list_model_items_changed (G_LIST_MODEL (self), head, removed, added);
}

static void
append_items (OnsiteLoopList *self, GPtrArray *items)
{
  guint position = self->items->len;

  g_ptr_array_extend (self->items, items, (GCopyFunc) g_object_ref, NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, items->len);
}

/* Takes the summaries out of their array. */
static GPtrArray *
wrap_summaries (GPtrArray *summaries)
{
  GPtrArray *items = g_ptr_array_new_full (summaries->len, g_object_unref);

  g_ptr_array_set_free_func (summaries, NULL);
  for (guint i = 0; i < summaries->len; i++)
    g_ptr_array_add (items, onsite_loop_item_new (g_ptr_array_index (summaries, i)));

  return items;
}

static void load (OnsiteLoopList *self, gboolean from_start);

static void
catch_up (OnsiteLoopList *self)
{
  if (self->stale && self->active && self->begun && !self->loading)
    load (self, TRUE);
}

static void
take_page (OnsiteLoopList *self, GPtrArray *summaries)
{
  g_autoptr (GPtrArray) items = wrap_summaries (summaries);

  set_complete (self, items->len < self->wanted);
  if (self->from_start)
    update_items (self, items);
  else
    append_items (self, items);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OnsiteLoopList *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = onsite_library_list_loops_finish (ONSITE_LIBRARY (source),
                                                                      result,
                                                                      &error);

  /* Cancelled: the list may be gone already. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ONSITE_LOOP_LIST (user_data);
  if (summaries != NULL)
    take_page (self, summaries);
  else
    g_signal_emit (self, signals[FAILED], 0, error);

  set_loading (self, FALSE);
  catch_up (self);
}

static void
load (OnsiteLoopList *self, gboolean from_start)
{
  const OnsiteLoopSummary *after = NULL;

  self->begun = TRUE;
  self->from_start = from_start || self->items->len == 0;
  self->wanted = self->page;

  if (self->from_start)
    {
      self->stale = FALSE;
      self->wanted = MAX (self->page, self->items->len);
    }
  else
    {
      after = onsite_loop_item_get_summary (g_ptr_array_index (self->items, self->items->len - 1));
    }

  set_loading (self, TRUE);
  onsite_library_list_loops_async (self->library,
                                   after,
                                   self->wanted,
                                   self->cancellable,
                                   page_read_cb,
                                   self);
}

static void
library_changed_cb (OnsiteLoopList *self)
{
  self->stale = TRUE;
  catch_up (self);
}

static void
onsite_loop_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteLoopList *self = ONSITE_LOOP_LIST (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;

    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_loop_list_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  OnsiteLoopList *self = ONSITE_LOOP_LIST (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      onsite_loop_list_set_active (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_loop_list_dispose (GObject *object)
{
  OnsiteLoopList *self = ONSITE_LOOP_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (onsite_loop_list_parent_class)->dispose (object);
}

static void
onsite_loop_list_finalize (GObject *object)
{
  OnsiteLoopList *self = ONSITE_LOOP_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (onsite_loop_list_parent_class)->finalize (object);
}

static void
onsite_loop_list_class_init (OnsiteLoopListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onsite_loop_list_get_property;
  object_class->set_property = onsite_loop_list_set_property;
  object_class->dispose = onsite_loop_list_dispose;
  object_class->finalize = onsite_loop_list_finalize;

  props[PROP_LOADING] = g_param_spec_boolean ("loading",
                                              NULL,
                                              NULL,
                                              FALSE,
                                              flags | G_PARAM_READABLE);
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete",
                                               NULL,
                                               NULL,
                                               FALSE,
                                               flags | G_PARAM_READABLE);
  props[PROP_ACTIVE] = g_param_spec_boolean ("active",
                                             NULL,
                                             NULL,
                                             FALSE,
                                             flags | G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FAILED] = g_signal_new ("failed",
                                  ONSITE_TYPE_LOOP_LIST,
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
onsite_loop_list_init (OnsiteLoopList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

OnsiteLoopList *
onsite_loop_list_new (OnsiteLibrary *library, guint page)
{
  OnsiteLoopList *self;

  g_return_val_if_fail (ONSITE_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (page > 0, NULL);

  self = g_object_new (ONSITE_TYPE_LOOP_LIST, NULL);
  self->library = g_object_ref (library);
  self->page = page;
  g_signal_connect_object (library,
                           "changed",
                           G_CALLBACK (library_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
onsite_loop_list_load_more (OnsiteLoopList *self)
{
  g_return_if_fail (ONSITE_IS_LOOP_LIST (self));

  if (!self->loading && !self->complete)
    load (self, FALSE);
}

gboolean
onsite_loop_list_get_loading (OnsiteLoopList *self)
{
  g_return_val_if_fail (ONSITE_IS_LOOP_LIST (self), FALSE);

  return self->loading;
}

gboolean
onsite_loop_list_get_complete (OnsiteLoopList *self)
{
  g_return_val_if_fail (ONSITE_IS_LOOP_LIST (self), FALSE);

  return self->complete;
}

void
onsite_loop_list_set_active (OnsiteLoopList *self, gboolean active)
{
  g_return_if_fail (ONSITE_IS_LOOP_LIST (self));

  if (self->active == active)
    return;

  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
  catch_up (self);
}
