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
#include "onsite-page-stack.h"
#include "onsite-room-page.h"
#include "onsite-toast.h"
#include "onsite-trouble-page.h"
#include "onsite-window-actions.h"

/* A wait that's over within this time isn't worth telling of. */
#define WAITING_MS 200

struct _OnsiteWindow
{
  AdwApplicationWindow parent_instance;

  OnsiteContext *context;
  OnsiteInbox *inbox;
  guint waiting_id;
  gboolean painting;  /* its first frame is under way */
  gboolean may_close; /* the person was asked, or nothing has to be asked */

  AdwToastOverlay *toasts;
  AdwToast *remark;
  GtkStack *stack;
  OnsitePageStack *pages;
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
  g_autofree char *title = NULL;

  g_object_get (self->pages, "title", &title, NULL);
  gtk_window_set_title (GTK_WINDOW (self),
                        title != NULL && *title != '\0' ? title : g_get_application_name ());
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
  if (onsite_context_get_library (self->context) == NULL)
    onsite_page_stack_clear (self->pages);
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
  g_clear_handle_id (&self->waiting_id, g_source_remove);
  g_clear_object (&self->inbox);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_window_parent_class)->dispose (object);
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
  widget_class->realize = onsite_window_realize;
  window_class->close_request = onsite_window_close_request;

  props[PROP_CONTEXT] = g_param_spec_object ("context",
                                             NULL,
                                             NULL,
                                             ONSITE_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ONSITE_TYPE_PAGE_STACK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OnsiteWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, OnsiteWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, OnsiteWindow, waiting);
  gtk_widget_class_bind_template_callback (widget_class, update_title);
  gtk_widget_class_bind_template_callback (widget_class, onsite_window_forget_remark);
  gtk_widget_class_bind_template_callback (widget_class, mouse_back_pressed_cb);
  onsite_window_class_install_actions (widget_class);
}

static void
onsite_window_init (OnsiteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  onsite_import_take_drops (self);
  onsite_window_actions_add_keys (self, GTK_WIDGET (self->pages));
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
  g_return_val_if_fail (ONSITE_IS_WINDOW (self), NULL);

  return onsite_page_stack_get_page (self->pages);
}

void
onsite_window_push (OnsiteWindow *self, OnsitePage *page)
{
  g_return_if_fail (ONSITE_IS_WINDOW (self));

  onsite_window_forget_remark (self);
  onsite_page_stack_push (self->pages, page);
}

void
onsite_window_replace (OnsiteWindow *self, OnsitePage *page)
{
  g_return_if_fail (ONSITE_IS_WINDOW (self));

  onsite_page_stack_replace (self->pages, page);
}

void
onsite_window_pop (OnsiteWindow *self, OnsitePage *page)
{
  g_return_if_fail (ONSITE_IS_WINDOW (self));

  onsite_page_stack_pop (self->pages, page);
}

void
onsite_window_go_home (OnsiteWindow *self)
{
  g_return_if_fail (ONSITE_IS_WINDOW (self));

  onsite_page_stack_pop_to_bottom (self->pages);
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

  if (!onsite_page_stack_can_pop (self->pages))
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
