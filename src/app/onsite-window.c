/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "onsite-window.h"

#include <glib/gi18n-lib.h>

#include "onsite-bin.h"
#include "onsite-break-page.h"
#include "onsite-caretaker.h"
#include "onsite-home-page.h"
#include "onsite-import.h"
#include "onsite-inbox.h"
#include "onsite-leaving.h"
#include "onsite-moving-page.h"
#include "onsite-room-page.h"
#include "onsite-toast.h"
#include "onsite-trouble-page.h"
#include "onsite-window-actions.h"
#include "onsite-wrap.h"

/* How stiff the spring is that moves a page in: at rest within 200 ms. */
#define PAGE_SPRING_STIFFNESS 2000

/* A wait that's over within this time isn't worth telling of. */
#define WAITING_MS 200

struct _OnsiteWindow
{
  AdwApplicationWindow parent_instance;

  OnsiteContext *context;
  OnsiteInbox *inbox;
  GPtrArray *pages; /* from home upwards; the leaflet holds them */
  GPtrArray *left;  /* pages that go as soon as the move away from them has ended */
  guint settle_id;
  guint waiting_id;
  gboolean painting;  /* its first frame is under way */
  gboolean clearing;  /* all pages go at once */
  gboolean may_close; /* the person was asked, or nothing has to be asked */

  AdwToastOverlay *toasts;
  AdwToast *remark;
  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkWidget *waiting;
  OnsiteTroublePage *trouble; /* %NULL until there is some */
  OnsiteMovingPage *moving;   /* %NULL until the library moves */
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteWindow, onsite_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (OnsiteWindow *self)
{
  OnsitePage *page = onsite_window_get_page (self);
  g_autofree char *title = page != NULL ? onsite_page_dup_title (page) : NULL;

  gtk_window_set_title (GTK_WINDOW (self),
                        title != NULL && *title != '\0' ? title : g_get_application_name ());
}

static void
remove_page (OnsiteWindow *self, GtkWidget *page)
{
  g_ptr_array_remove (self->pages, page);
  adw_leaflet_remove (self->leaflet, page);
}

static GtkWidget *
get_page_below (OnsiteWindow *self, gpointer page)
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
leave_page (OnsiteWindow *self, gpointer page)
{
  if (!g_ptr_array_find (self->left, page, NULL))
    g_ptr_array_add (self->left, g_object_ref (page));
}

/* What lies above the page that is shown has been left, be it by a swipe, and
 * a page that a swipe has come back to hasn't. */
static void
note_left_pages (OnsiteWindow *self, GtkWidget *visible)
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
        onsite_window_forget_remark (self);
      }
}

static gboolean
settle_cb (gpointer user_data)
{
  OnsiteWindow *self = ONSITE_WINDOW (user_data);

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
move_ended_cb (OnsiteWindow *self)
{
  if (self->settle_id == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    self->settle_id = g_idle_add (settle_cb, self);
}

static void
update_swipe (OnsiteWindow *self)
{
  OnsitePage *page = onsite_window_get_page (self);

  adw_leaflet_set_can_navigate_back (self->leaflet,
                                     page != NULL && onsite_page_get_farewell (page) == NULL);
}

static void
visible_page_changed_cb (OnsiteWindow *self)
{
  if (self->clearing || gtk_widget_in_destruction (GTK_WIDGET (self)) ||
      onsite_window_get_page (self) == NULL)
    return;

  note_left_pages (self, adw_leaflet_get_visible_child (self->leaflet));
  update_title (self);
  update_swipe (self);
  if (!onsite_page_enter (onsite_window_get_page (self)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* A page's title changes with what it's about, and so may what it asks. */
static void
page_title_changed_cb (OnsiteWindow *self)
{
  update_title (self);
  update_swipe (self);
}

static void
add_page (OnsiteWindow *self, OnsitePage *page)
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
}

static void
show_moving (OnsiteWindow *self)
{
  if (self->moving == NULL)
    {
      self->moving = onsite_moving_page_new (onsite_context_get_caretaker (self->context));
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->moving), "moving");
    }
  gtk_stack_set_visible_child_name (self->stack, "moving");
}

/* A library that is closed first moves only later. */
static gboolean
waited_cb (gpointer user_data)
{
  OnsiteWindow *self = ONSITE_WINDOW (user_data);

  if (onsite_caretaker_get_moving (onsite_context_get_caretaker (self->context)))
    show_moving (self);
  else
    gtk_widget_set_visible (self->waiting, TRUE);

  return G_SOURCE_CONTINUE;
}

/* What turns is an SVG, and a program that has to read one loads half of its
 * size again: it comes only where there is something to wait for. */
static void
show_opening (OnsiteWindow *self)
{
  if (self->waiting_id == 0)
    self->waiting_id = g_timeout_add (WAITING_MS, waited_cb, self);
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

/* Most programs never come here, and its sign is an SVG as well. */
static void
show_trouble (OnsiteWindow *self)
{
  if (self->trouble == NULL)
    {
      self->trouble = g_object_new (ONSITE_TYPE_TROUBLE_PAGE, NULL);
      onsite_trouble_page_set_context (self->trouble, self->context);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->trouble), "trouble");
    }
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
show_home (OnsiteWindow *self)
{
  const char *notice = onsite_pack_choice_get_notice (onsite_context_get_packs (self->context));

  onsite_window_push (self, ONSITE_PAGE (onsite_home_page_new (self->context)));
  if (notice != NULL)
    onsite_window_toast (self, notice);
}

/* What was read from a library that is closed is of no more use. */
static void
library_changed_cb (OnsiteWindow *self)
{
  if (onsite_context_get_library (self->context) != NULL)
    return;

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
  update_title (self);
}

static void
context_state_changed_cb (OnsiteWindow *self)
{
  if (onsite_context_get_state (self->context) != ONSITE_CONTEXT_OPENING)
    g_clear_handle_id (&self->waiting_id, g_source_remove);

  switch (onsite_context_get_state (self->context))
    {
    case ONSITE_CONTEXT_OPENING:
      show_opening (self);
      break;

    case ONSITE_CONTEXT_READY:
      /* A window that is about to be seen is seen first, and home next. */
      if (self->painting)
        break;
      if (onsite_window_get_page (self) == NULL)
        show_home (self);
      gtk_stack_set_visible_child_name (self->stack, "pages");
      onsite_bin_clear (self);
      break;

    case ONSITE_CONTEXT_LIBRARY_FAILED:
    case ONSITE_CONTEXT_PACK_FAILED:
    default:
      show_trouble (self);
      break;
    }
}

static void
not_kept_cb (OnsiteWindow *self, const GError *error)
{
  onsite_window_toast_error (self, C_ ("toast", "The end of the rehearsal isn’t saved yet"), error);
}

static void
painted_cb (GdkFrameClock *clock, OnsiteWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  self->painting = FALSE;
  /* A window manager may want it, and it takes an SVG library to draw. */
  gtk_window_set_default_icon_name (APPLICATION_ID);
  context_state_changed_cb (self);
}

static void
onsite_window_realize (GtkWidget *widget)
{
  OnsiteWindow *self = ONSITE_WINDOW (widget);

  GTK_WIDGET_CLASS (onsite_window_parent_class)->realize (widget);

  self->painting = TRUE;
  g_signal_connect_object (gtk_widget_get_frame_clock (widget),
                           "after-paint",
                           G_CALLBACK (painted_cb),
                           self,
                           0);
}

static void
restore_size (OnsiteWindow *self)
{
  GSettings *settings = onsite_context_get_settings (self->context);

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_size (OnsiteWindow *self)
{
  GSettings *settings = onsite_context_get_settings (self->context);
  int width = 0;
  int height = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (settings,
                          "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
leave_then (OnsiteWindow *self, OnsiteLeaveFunc then)
{
  OnsitePage *page = onsite_window_get_page (self);
  const OnsiteFarewell *farewell = page != NULL ? onsite_page_get_farewell (page) : NULL;

  if (farewell != NULL)
    onsite_leaving_ask (self, page, farewell, then);
  else
    then (self, page);
}

static void
close_now (OnsiteWindow *self, OnsitePage *page)
{
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
onsite_window_close_request (GtkWindow *window)
{
  OnsiteWindow *self = ONSITE_WINDOW (window);
  OnsitePage *page = onsite_window_get_page (self);
  const OnsiteFarewell *farewell = page != NULL ? onsite_page_get_farewell (page) : NULL;

  /* Not by leave_then(): a window that is asked to close hears no second time. */
  if (!self->may_close && farewell != NULL)
    {
      onsite_leaving_ask (self, page, farewell, close_now);
      return GDK_EVENT_STOP;
    }

  save_size (self);

  return GTK_WINDOW_CLASS (onsite_window_parent_class)->close_request (window);
}

static void
mouse_back_pressed_cb (OnsiteWindow *self)
{
  onsite_window_back (self);
}

static void
onsite_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnsiteWindow *self = ONSITE_WINDOW (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  OnsiteWindow *self = ONSITE_WINDOW (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_window_constructed (GObject *object)
{
  OnsiteWindow *self = ONSITE_WINDOW (object);

  G_OBJECT_CLASS (onsite_window_parent_class)->constructed (object);

  restore_size (self);
  g_signal_connect_object (onsite_context_get_settling (self->context),
                           "not-kept",
                           G_CALLBACK (not_kept_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context,
                           "notify::state",
                           G_CALLBACK (context_state_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context,
                           "notify::library",
                           G_CALLBACK (library_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context,
                           "notify::pack",
                           G_CALLBACK (onsite_window_actions_update),
                           self,
                           G_CONNECT_SWAPPED);
  self->inbox = onsite_inbox_new (self);
  onsite_window_actions_update (self);
  context_state_changed_cb (self);
}

static void
onsite_window_dispose (GObject *object)
{
  OnsiteWindow *self = ONSITE_WINDOW (object);

  g_clear_weak_pointer (&self->remark);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->waiting_id, g_source_remove);
  g_clear_object (&self->inbox);
  g_clear_object (&self->context);
  g_ptr_array_set_size (self->left, 0);

  G_OBJECT_CLASS (onsite_window_parent_class)->dispose (object);
}

static void
onsite_window_finalize (GObject *object)
{
  OnsiteWindow *self = ONSITE_WINDOW (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);

  G_OBJECT_CLASS (onsite_window_parent_class)->finalize (object);
}

static void
onsite_window_class_init (OnsiteWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->get_property = onsite_window_get_property;
  object_class->set_property = onsite_window_set_property;
  object_class->constructed = onsite_window_constructed;
  object_class->dispose = onsite_window_dispose;
  object_class->finalize = onsite_window_finalize;
  widget_class->realize = onsite_window_realize;
  window_class->close_request = onsite_window_close_request;

  props[PROP_CONTEXT] = g_param_spec_object ("context",
                                             NULL,
                                             NULL,
                                             ONSITE_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OnsiteWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, OnsiteWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, OnsiteWindow, waiting);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, mouse_back_pressed_cb);
  onsite_window_class_install_actions (widget_class);
}

static void
onsite_window_init (OnsiteWindow *self)
{
  g_autoptr (AdwSpringParams) spring = NULL;

  self->pages = g_ptr_array_new ();
  self->left = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  onsite_import_take_drops (self);
  onsite_window_actions_add_keys (self, GTK_WIDGET (self->leaflet));

  spring = adw_spring_params_new (1.0, 0.5, PAGE_SPRING_STIFFNESS);
  adw_leaflet_set_child_transition_params (self->leaflet, spring);
}

OnsiteWindow *
onsite_window_new (GtkApplication *application, OnsiteContext *context)
{
  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);

  return g_object_new (ONSITE_TYPE_WINDOW, "application", application, "context", context, NULL);
}

OnsiteWindow *
onsite_window_of (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return ONSITE_WINDOW (gtk_widget_get_ancestor (widget, ONSITE_TYPE_WINDOW));
}

OnsiteContext *
onsite_window_get_context (OnsiteWindow *self)
{
  g_return_val_if_fail (ONSITE_IS_WINDOW (self), NULL);

  return self->context;
}

OnsiteInbox *
onsite_window_get_inbox (OnsiteWindow *self)
{
  g_return_val_if_fail (ONSITE_IS_WINDOW (self), NULL);

  return self->inbox;
}

OnsitePage *
onsite_window_get_page (OnsiteWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (ONSITE_IS_WINDOW (self), NULL);

  page = adw_leaflet_get_visible_child (self->leaflet);

  return page != NULL ? ONSITE_PAGE (page) : NULL;
}

static void
show_page (OnsiteWindow *self, OnsitePage *page)
{
  add_page (self, page);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (page));
}

void
onsite_window_push (OnsiteWindow *self, OnsitePage *page)
{
  g_return_if_fail (ONSITE_IS_WINDOW (self));
  g_return_if_fail (ONSITE_IS_PAGE (page));

  onsite_window_forget_remark (self);
  show_page (self, page);
}

void
onsite_window_replace (OnsiteWindow *self, OnsitePage *page)
{
  OnsitePage *old;

  g_return_if_fail (ONSITE_IS_WINDOW (self));
  g_return_if_fail (ONSITE_IS_PAGE (page));

  old = onsite_window_get_page (self);
  show_page (self, page);
  if (old == NULL)
    return;

  leave_page (self, old);
  move_ended_cb (self);
}

void
onsite_window_pop (OnsiteWindow *self, OnsitePage *page)
{
  GtkWidget *below;

  g_return_if_fail (ONSITE_IS_WINDOW (self));
  g_return_if_fail (ONSITE_IS_PAGE (page));

  if (gtk_widget_get_parent (GTK_WIDGET (page)) != GTK_WIDGET (self->leaflet) ||
      g_ptr_array_find (self->left, page, NULL))
    return;

  below = get_page_below (self, page);
  if (below == NULL)
    return;

  adw_leaflet_set_visible_child (self->leaflet, below);
  move_ended_cb (self);
}

void
onsite_window_go_home (OnsiteWindow *self)
{
  GtkWidget *home;

  g_return_if_fail (ONSITE_IS_WINDOW (self));

  if (self->pages->len == 0)
    return;

  home = g_ptr_array_index (self->pages, 0);
  adw_leaflet_set_visible_child (self->leaflet, home);
  move_ended_cb (self);
}

void
onsite_window_show_rehearsal (OnsiteWindow *self, OnsiteRehearsal *rehearsal)
{
  GtkWidget *page;

  g_return_if_fail (ONSITE_IS_WINDOW (self));
  g_return_if_fail (ONSITE_IS_REHEARSAL (rehearsal));

  page = onsite_rehearsal_get_phase (rehearsal) == ONSITE_PHASE_BREAK
             ? onsite_break_page_new (self->context)
             : onsite_room_page_new (self->context);
  onsite_window_push (self, ONSITE_PAGE (page));
}

static void
pop_page (OnsiteWindow *self, OnsitePage *page)
{
  onsite_window_pop (self, page);
}

gboolean
onsite_window_back (OnsiteWindow *self)
{
  g_return_val_if_fail (ONSITE_IS_WINDOW (self), FALSE);

  if (get_page_below (self, onsite_window_get_page (self)) == NULL)
    return FALSE;

  leave_then (self, pop_page);

  return TRUE;
}

void
onsite_window_ask_to_quit (OnsiteWindow *self)
{
  g_return_if_fail (ONSITE_IS_WINDOW (self));

  leave_then (self, close_now);
}

void
onsite_window_add_toast (OnsiteWindow *self, AdwToast *toast)
{
  g_return_if_fail (ONSITE_IS_WINDOW (self));

  /* A closed window is held by what still comes to its end. */
  if (self->toasts == NULL)
    {
      g_object_unref (toast);
      return;
    }

  onsite_toast_announce (toast, GTK_WIDGET (self));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
onsite_window_toast (OnsiteWindow *self, const char *text)
{
  onsite_window_add_toast (self, onsite_toast_new (text));
}

void
onsite_window_remark (OnsiteWindow *self, const char *text)
{
  g_autoptr (AdwToast) toast = onsite_toast_new (text);

  g_return_if_fail (ONSITE_IS_WINDOW (self));

  g_set_weak_pointer (&self->remark, toast);
  onsite_window_add_toast (self, g_object_ref (toast));
}

void
onsite_window_toast_from (GtkWidget *widget, const char *text)
{
  OnsiteWindow *self = onsite_window_of (widget);

  if (self != NULL)
    onsite_window_toast (self, text);
}

void
onsite_window_remark_from (OnsitePage *page, const char *text)
{
  OnsiteWindow *self = onsite_window_of (GTK_WIDGET (page));

  if (self != NULL && onsite_window_get_page (self) == page)
    onsite_window_remark (self, text);
}

void
onsite_window_forget_remark (OnsiteWindow *self)
{
  g_return_if_fail (ONSITE_IS_WINDOW (self));

  if (self->remark == NULL)
    return;

  adw_toast_dismiss (self->remark);
  g_clear_weak_pointer (&self->remark);
}

void
onsite_window_toast_error (OnsiteWindow *self, const char *doing, const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: what failed, and why. */
  text = g_strdup_printf (C_ ("toast", "%s: %s"), doing, error->message);
  onsite_window_toast (self, text);
}
