/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-page-stack.h"

#include "onsite-wrap.h"

/* How stiff the spring is that moves a page in: at rest within 200 ms. */
#define SPRING_STIFFNESS 2000

struct _OnsitePageStack
{
  AdwBin parent_instance;

  GPtrArray *pages; /* from the bottom upwards; the leaflet holds them */
  GPtrArray *left;  /* pages that go as soon as the move away from them has ended */
  guint settle_id;
  gboolean clearing; /* all pages go at once */

  AdwLeaflet *leaflet;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum
{
  LEFT,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsitePageStack, onsite_page_stack, ADW_TYPE_BIN)

static void
remove_page (OnsitePageStack *self, GtkWidget *page)
{
  g_ptr_array_remove (self->pages, page);
  adw_leaflet_remove (self->leaflet, page);
}

static GtkWidget *
get_page_below (OnsitePageStack *self, gpointer page)
{
  guint position;

  if (!g_ptr_array_find (self->pages, page, &position))
    return NULL;

  while (position-- > 0)
    if (!g_ptr_array_find (self->left, g_ptr_array_index (self->pages, position), NULL))
      return g_ptr_array_index (self->pages, position);

  return NULL;
}

static void
leave_page (OnsitePageStack *self, gpointer page)
{
  if (!g_ptr_array_find (self->left, page, NULL))
    g_ptr_array_add (self->left, g_object_ref (page));
}

/* What lies above the page that is shown has been left, be it by a swipe, and
 * a page that a swipe has come back to hasn't. */
static void
note_left_pages (OnsitePageStack *self, GtkWidget *visible)
{
  guint position;

  g_ptr_array_remove (self->left, visible);
  if (g_ptr_array_find (self->pages, visible, &position))
    for (guint i = position + 1; i < self->pages->len; i++)
      {
        OnsitePage *page = g_ptr_array_index (self->pages, i);

        if (g_ptr_array_find (self->left, page, NULL))
          continue;

        leave_page (self, page);
        onsite_page_leave (page);
        g_signal_emit (self, signals[LEFT], 0, page);
      }
}

static gboolean
settle_cb (gpointer user_data)
{
  OnsitePageStack *self = ONSITE_PAGE_STACK (user_data);

  self->settle_id = 0;
  if (!adw_leaflet_get_child_transition_running (self->leaflet))
    {
      for (guint i = 0; i < self->left->len; i++)
        remove_page (self, g_ptr_array_index (self->left, i));
      g_ptr_array_set_size (self->left, 0);
    }

  return G_SOURCE_REMOVE;
}

/* The leaflet says that a move has ended while it begins the next one, too,
 * and is in no state then to have a page taken away. */
static void
move_ended_cb (OnsitePageStack *self)
{
  if (self->settle_id == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    self->settle_id = g_idle_add (settle_cb, self);
}

static void
update_swipe (OnsitePageStack *self)
{
  OnsitePage *page = onsite_page_stack_get_page (self);

  adw_leaflet_set_can_navigate_back (self->leaflet,
                                     page != NULL && onsite_page_get_farewell (page) == NULL);
}

static void
visible_page_changed_cb (OnsitePageStack *self)
{
  OnsitePage *page;

  if (self->clearing || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  page = onsite_page_stack_get_page (self);
  if (page == NULL)
    return;

  note_left_pages (self, GTK_WIDGET (page));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  update_swipe (self);
  if (!onsite_page_enter (page))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
}

/* A page's title changes with what it's about, and so may what it asks. */
static void
page_title_changed_cb (OnsitePageStack *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  update_swipe (self);
}

static void
show_page (OnsitePageStack *self, OnsitePage *page)
{
  onsite_wrap_pills (GTK_WIDGET (page));
  onsite_wrap_rows (GTK_WIDGET (page));
  onsite_wrap_menus (GTK_WIDGET (page));
  adw_leaflet_append (self->leaflet, GTK_WIDGET (page));
  g_ptr_array_add (self->pages, page);
  g_signal_connect_object (page,
                           "notify::title",
                           G_CALLBACK (page_title_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (page));
}

static void
onsite_page_stack_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsitePage *page = onsite_page_stack_get_page (ONSITE_PAGE_STACK (object));

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value, page != NULL ? onsite_page_dup_title (page) : NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_page_stack_dispose (GObject *object)
{
  OnsitePageStack *self = ONSITE_PAGE_STACK (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_ptr_array_set_size (self->left, 0);

  G_OBJECT_CLASS (onsite_page_stack_parent_class)->dispose (object);
}

static void
onsite_page_stack_finalize (GObject *object)
{
  OnsitePageStack *self = ONSITE_PAGE_STACK (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);

  G_OBJECT_CLASS (onsite_page_stack_parent_class)->finalize (object);
}

static void
onsite_page_stack_class_init (OnsitePageStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_page_stack_get_property;
  object_class->dispose = onsite_page_stack_dispose;
  object_class->finalize = onsite_page_stack_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title",
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                               G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[LEFT] = g_signal_new ("left",
                                ONSITE_TYPE_PAGE_STACK,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                ONSITE_TYPE_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-page-stack.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsitePageStack, leaflet);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_ended_cb);
}

static void
onsite_page_stack_init (OnsitePageStack *self)
{
  g_autoptr (AdwSpringParams) spring = adw_spring_params_new (1.0, 0.5, SPRING_STIFFNESS);

  self->pages = g_ptr_array_new ();
  self->left = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_leaflet_set_child_transition_params (self->leaflet, spring);
}

OnsitePage *
onsite_page_stack_get_page (OnsitePageStack *self)
{
  GtkWidget *page;

  g_return_val_if_fail (ONSITE_IS_PAGE_STACK (self), NULL);

  page = adw_leaflet_get_visible_child (self->leaflet);

  return page != NULL ? ONSITE_PAGE (page) : NULL;
}

void
onsite_page_stack_push (OnsitePageStack *self, OnsitePage *page)
{
  g_return_if_fail (ONSITE_IS_PAGE_STACK (self));
  g_return_if_fail (ONSITE_IS_PAGE (page));

  show_page (self, page);
}

void
onsite_page_stack_replace (OnsitePageStack *self, OnsitePage *page)
{
  OnsitePage *old;

  g_return_if_fail (ONSITE_IS_PAGE_STACK (self));
  g_return_if_fail (ONSITE_IS_PAGE (page));

  old = onsite_page_stack_get_page (self);
  show_page (self, page);
  if (old == NULL)
    return;

  leave_page (self, old);
  move_ended_cb (self);
}

gboolean
onsite_page_stack_can_pop (OnsitePageStack *self)
{
  g_return_val_if_fail (ONSITE_IS_PAGE_STACK (self), FALSE);

  return get_page_below (self, onsite_page_stack_get_page (self)) != NULL;
}

void
onsite_page_stack_pop (OnsitePageStack *self, OnsitePage *page)
{
  GtkWidget *below;

  g_return_if_fail (ONSITE_IS_PAGE_STACK (self));
  g_return_if_fail (ONSITE_IS_PAGE (page));

  if (!g_ptr_array_find (self->pages, page, NULL) || g_ptr_array_find (self->left, page, NULL))
    return;

  below = get_page_below (self, page);
  if (below == NULL)
    return;

  adw_leaflet_set_visible_child (self->leaflet, below);
  move_ended_cb (self);
}

void
onsite_page_stack_pop_to_bottom (OnsitePageStack *self)
{
  g_return_if_fail (ONSITE_IS_PAGE_STACK (self));

  if (self->pages->len == 0)
    return;

  adw_leaflet_set_visible_child (self->leaflet, g_ptr_array_index (self->pages, 0));
  move_ended_cb (self);
}

void
onsite_page_stack_clear (OnsitePageStack *self)
{
  g_return_if_fail (ONSITE_IS_PAGE_STACK (self));

  self->clearing = TRUE;
  for (guint i = self->pages->len; i > 0; i--)
    {
      GtkWidget *page = g_ptr_array_index (self->pages, i - 1);

      if (!g_ptr_array_find (self->left, page, NULL))
        onsite_page_leave (ONSITE_PAGE (page));
      remove_page (self, page);
    }
  g_ptr_array_set_size (self->left, 0);
  self->clearing = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}
