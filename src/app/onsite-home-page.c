/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-home-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-bin.h"
#include "onsite-choices.h"
#include "onsite-day-button.h"
#include "onsite-dialog.h"
#include "onsite-drill-menu.h"
#include "onsite-format.h"
#include "onsite-gaps.h"
#include "onsite-loop-list.h"
#include "onsite-loop-row.h"
#include "onsite-loop-text.h"
#include "onsite-page.h"
#include "onsite-sample-offer.h"
#include "onsite-start.h"
#include "onsite-window.h"
#include "onsite-wrap-layout.h"

/* More than fit on a screen, few enough for the first frame. */
#define PAGE_LOOPS 10
/* How many principles are named before "and more". */
#define MOST_GAPS 3

struct _OnsiteHomePage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  OnsiteLoopList *list;
  GCancellable *cancellable;
  char *interrupted; /* the id of the loop that is offered to go on with */

  GtkWidget *read_only;
  GtkScrolledWindow *scroller;
  GtkWidget *content;
  GtkLabel *headline;
  OnsiteDayButton *day;
  GtkWidget *welcome;
  GtkWidget *beginning;
  GtkButton *start;
  GtkMenuButton *drill;
  OnsiteSampleOffer *sample;
  GtkWidget *notices;
  AdwActionRow *interrupted_row;
  GtkWidget *go_on;
  AdwActionRow *again_row;
  AdwActionRow *gaps_row;
  GtkWidget *past;
  GtkListBox *loops;
  GtkWidget *waiting;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static gboolean
onsite_home_page_enter (OnsitePage *page)
{
  OnsiteHomePage *self = ONSITE_HOME_PAGE (page);
  GtkWidget *next = self->interrupted != NULL ? self->go_on : GTK_WIDGET (self->start);

  return gtk_widget_grab_focus (next);
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_home_page_enter;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteHomePage,
                               onsite_home_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

static void
toast_error (OnsiteHomePage *self, const char *doing, const GError *error)
{
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));

  if (window != NULL)
    onsite_window_toast_error (window, doing, error);
}

static void
update_headline (OnsiteHomePage *self)
{
  GSettings *settings = onsite_context_get_settings (self->context);
  g_autoptr (GDateTime) onsite = onsite_day_button_dup_day (settings);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = onsite != NULL ? onsite_format_days_to_onsite (onsite, now) : NULL;

  gtk_label_set_text (self->headline, text != NULL ? text : C_ ("home", "Rehearse Your Onsite"));
}

static void
update_notices (OnsiteHomePage *self)
{
  gtk_widget_set_visible (self->notices,
                          gtk_widget_get_visible (GTK_WIDGET (self->interrupted_row)) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->again_row)) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->gaps_row)));
}

static void
show_gaps (OnsiteHomePage *self, const char *const *covered)
{
  g_auto (GStrv) names = onsite_gaps_find (onsite_context_get_pack (self->context), covered);
  g_autofree char *text = onsite_format_titles ((const char *const *) names, MOST_GAPS);

  gtk_widget_set_visible (GTK_WIDGET (self->gaps_row), text != NULL);
  if (text != NULL)
    adw_action_row_set_subtitle (self->gaps_row, text);
  update_notices (self);
}

static void
covered_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) covered = onsite_library_list_covered_finish (ONSITE_LIBRARY (source),
                                                               result,
                                                               &error);

  if (covered != NULL)
    show_gaps (ONSITE_HOME_PAGE (user_data), (const char *const *) covered);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast_error (ONSITE_HOME_PAGE (user_data), C_ ("toast", "Past answers can’t be read"), error);
}

static void
list_covered (OnsiteHomePage *self)
{
  onsite_library_list_covered_async (onsite_context_get_library (self->context),
                                     onsite_pack_get_id (onsite_context_get_pack (self->context)),
                                     self->cancellable,
                                     covered_listed_cb,
                                     self);
}

static const OnsiteLoopSummary *
find_loop (OnsiteHomePage *self,
           gboolean (*matches) (const OnsiteLoopSummary *, const char *),
           const char *id)
{
  GListModel *model = G_LIST_MODEL (self->list);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (OnsiteLoopItem) item = g_list_model_get_item (model, i);
      const OnsiteLoopSummary *loop = onsite_loop_item_get_summary (item);

      if (matches (loop, id))
        return loop;
    }

  return NULL;
}

static gboolean
is_interrupted (const OnsiteLoopSummary *loop, const char *id)
{
  return loop->has_session;
}

static gboolean
has_id (const OnsiteLoopSummary *loop, const char *id)
{
  return g_str_equal (loop->id, id);
}

/* One thing to do: to go on, where a loop was interrupted. */
static void
suggest_start (OnsiteHomePage *self, gboolean suggest)
{
  if (suggest)
    gtk_widget_add_css_class (GTK_WIDGET (self->start), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->start), "suggested-action");
}

static gboolean
is_own (const OnsiteLoopSummary *loop, const char *id)
{
  return !loop->sample;
}

/* Where nothing waits to be gone on with, the last choices are one click away. */
static void
update_again (OnsiteHomePage *self)
{
  const gboolean offered = self->interrupted == NULL && find_loop (self, is_own, NULL) != NULL &&
                           !onsite_context_get_read_only (self->context);

  gtk_widget_set_visible (GTK_WIDGET (self->again_row), offered);
  if (offered)
    {
      g_autofree char *about = onsite_choices_describe (self->context);

      adw_action_row_set_subtitle (self->again_row, about);
    }
}

static void
update_interrupted (OnsiteHomePage *self)
{
  const OnsiteLoopSummary *loop = find_loop (self, is_interrupted, NULL);
  g_autofree char *progress = NULL;
  g_autofree char *about = NULL;

  g_clear_pointer (&self->interrupted, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->interrupted_row), loop != NULL);
  suggest_start (self, loop == NULL);

  if (loop != NULL)
    {
      g_autofree char *title = NULL;

      self->interrupted = g_strdup (loop->id);
      progress = onsite_loop_text_progress (loop);
      about = onsite_loop_text_about (loop, onsite_context_get_pack (self->context));
      /* Translators: how far it came, such as "Round 3 of 5". */
      title = g_strdup_printf (C_ ("home", "Interrupted: %s"), progress);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->interrupted_row), title);
      adw_action_row_set_subtitle (self->interrupted_row, about);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_on), "s", self->interrupted);
      if (gtk_widget_has_focus (GTK_WIDGET (self->start)))
        gtk_widget_grab_focus (self->go_on);
    }

  update_again (self);
  update_notices (self);
}

static void
list_changed_cb (OnsiteHomePage *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
  gboolean complete = onsite_loop_list_get_complete (self->list);

  gtk_widget_set_visible (self->past, !empty);
  gtk_widget_set_visible (self->welcome, empty && complete);
  gtk_widget_set_visible (GTK_WIDGET (self->sample),
                          empty && complete && !onsite_context_get_read_only (self->context));
  /* Alone on the page, the start is in its middle. */
  gtk_widget_set_valign (self->content, empty ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_widget_set_visible (self->waiting, !complete && !empty);
  update_interrupted (self);
}

static void
list_items_changed_cb (OnsiteHomePage *self)
{
  list_changed_cb (self);
  list_covered (self);
}

static void
list_failed_cb (OnsiteHomePage *self, const GError *error)
{
  toast_error (self, C_ ("toast", "Past loops can’t be read"), error);
}

/* The next page is read a screen before it's needed. */
static void
scrolled_cb (OnsiteHomePage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) -
                 page;

  if (self->list != NULL && page > 0 && below < page)
    onsite_loop_list_load_more (self->list);
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  OnsiteHomePage *self = ONSITE_HOME_PAGE (user_data);

  return onsite_loop_row_new (ONSITE_LOOP_ITEM (item), onsite_context_get_pack (self->context));
}

static void
row_activated_cb (OnsiteHomePage *self, GtkListBoxRow *row)
{
  OnsiteLoopItem *item = onsite_loop_row_get_item (ONSITE_LOOP_ROW (row));
  const OnsiteLoopSummary *loop = onsite_loop_item_get_summary (item);

  gtk_widget_activate_action (GTK_WIDGET (self), "home.open-loop", "s", loop->id);
}

static void
open_loop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.open-loop", parameter);
}

static void
sample_made_cb (OnsiteHomePage *self, const char *loop)
{
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));

  /* Who went on meanwhile finds it here later. */
  if (window != NULL && onsite_window_get_page (window) == ONSITE_PAGE (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "home.open-loop", "s", loop);
}

static void
sample_failed_cb (OnsiteHomePage *self, const GError *error)
{
  toast_error (self, C_ ("toast", "No sample could be made"), error);
}

static void
continued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteHomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  OnsiteRehearsal *rehearsal = onsite_start_finish (ONSITE_CONTEXT (source), result, &error);
  OnsiteWindow *window = onsite_window_of (GTK_WIDGET (self));

  gtk_widget_set_sensitive (self->go_on, TRUE);
  if (rehearsal == NULL)
    toast_error (self, C_ ("toast", "The loop can’t go on"), error);
  else if (window != NULL)
    onsite_window_show_rehearsal (window, rehearsal);
}

static void
continue_loop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteHomePage *self = ONSITE_HOME_PAGE (widget);

  if (!gtk_widget_get_sensitive (self->go_on))
    return;

  gtk_widget_set_sensitive (self->go_on, FALSE);
  onsite_start_again_async (self->context,
                            g_variant_get_string (parameter, NULL),
                            self->cancellable,
                            continued_cb,
                            g_object_ref (self));
}

static void
delete_loop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteHomePage *self = ONSITE_HOME_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  const OnsiteLoopSummary *loop = find_loop (self, has_id, id);

  onsite_bin_take (onsite_window_of (widget), id, loop != NULL && loop->sample);
}

static void
purge_response_cb (OnsiteHomePage *self, const char *response, AdwMessageDialog *dialog)
{
  if (g_str_equal (response, "delete"))
    onsite_bin_empty (onsite_window_of (GTK_WIDGET (self)),
                      g_object_get_data (G_OBJECT (dialog), "loop"));
}

static void
purge_loop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteHomePage *self = ONSITE_HOME_PAGE (widget);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)),
      C_ ("dialog", "Delete This Loop for Good?"),
      C_ ("dialog",
          "Its answers, recordings, ratings and notes will be erased from the library and from its "
          "backups. This can’t be undone."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "keep",
                                    C_ ("dialog", "_Keep"),
                                    "delete",
                                    C_ ("dialog", "_Delete for Good"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog),
                                              "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog),
                          "loop",
                          g_variant_dup_string (parameter, NULL),
                          g_free);
  g_signal_connect_object (dialog,
                           "response",
                           G_CALLBACK (purge_response_cb),
                           self,
                           G_CONNECT_SWAPPED);
  onsite_dialog_ask (ADW_MESSAGE_DIALOG (dialog), "keep");
}

static void
update_read_only (OnsiteHomePage *self)
{
  gboolean read_only = onsite_context_get_read_only (self->context);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->read_only), read_only);
  gtk_widget_set_visible (self->beginning, !read_only);
  gtk_widget_action_set_enabled (widget, "home.continue-loop", !read_only);
  gtk_widget_action_set_enabled (widget, "home.delete-loop", !read_only);
  gtk_widget_action_set_enabled (widget, "home.purge-loop", !read_only);
}

static void
onsite_home_page_map (GtkWidget *widget)
{
  OnsiteHomePage *self = ONSITE_HOME_PAGE (widget);

  GTK_WIDGET_CLASS (onsite_home_page_parent_class)->map (widget);

  update_headline (self);
  onsite_loop_list_set_active (self->list, TRUE);
}

static void
onsite_home_page_unmap (GtkWidget *widget)
{
  OnsiteHomePage *self = ONSITE_HOME_PAGE (widget);

  if (self->list != NULL)
    onsite_loop_list_set_active (self->list, FALSE);

  GTK_WIDGET_CLASS (onsite_home_page_parent_class)->unmap (widget);
}

static void
onsite_home_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, g_get_application_name ());
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_home_page_dispose (GObject *object)
{
  OnsiteHomePage *self = ONSITE_HOME_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->loops != NULL)
    gtk_list_box_bind_model (self->loops, NULL, NULL, NULL, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_home_page_parent_class)->dispose (object);
}

static void
onsite_home_page_finalize (GObject *object)
{
  OnsiteHomePage *self = ONSITE_HOME_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->interrupted, g_free);

  G_OBJECT_CLASS (onsite_home_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, read_only);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, content);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, headline);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, day);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, welcome);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, beginning);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, start);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, drill);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, sample);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, notices);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, interrupted_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, go_on);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, again_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, gaps_row);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, past);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, loops);
  gtk_widget_class_bind_template_child (widget_class, OnsiteHomePage, waiting);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_failed_cb);
}

static void
onsite_home_page_class_init (OnsiteHomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_home_page_get_property;
  object_class->dispose = onsite_home_page_dispose;
  object_class->finalize = onsite_home_page_finalize;
  widget_class->map = onsite_home_page_map;
  widget_class->unmap = onsite_home_page_unmap;
  g_object_class_override_property (object_class, PROP_TITLE, "title");

  g_type_ensure (ONSITE_TYPE_DAY_BUTTON);
  g_type_ensure (ONSITE_TYPE_SAMPLE_OFFER);
  g_type_ensure (ONSITE_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "home.open-loop", "s", open_loop_action);
  gtk_widget_class_install_action (widget_class, "home.continue-loop", "s", continue_loop_action);
  gtk_widget_class_install_action (widget_class, "home.delete-loop", "s", delete_loop_action);
  gtk_widget_class_install_action (widget_class, "home.purge-loop", "s", purge_loop_action);
}

static void
onsite_home_page_init (OnsiteHomePage *self)
{
  GtkAdjustment *adjustment;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment,
                           "value-changed",
                           G_CALLBACK (scrolled_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment,
                           "changed",
                           G_CALLBACK (scrolled_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
connect_list (OnsiteHomePage *self)
{
  self->list = onsite_loop_list_new (onsite_context_get_library (self->context), PAGE_LOOPS);
  g_signal_connect_object (self->list,
                           "items-changed",
                           G_CALLBACK (list_items_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list,
                           "notify::complete",
                           G_CALLBACK (list_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list,
                           "failed",
                           G_CALLBACK (list_failed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->loops, G_LIST_MODEL (self->list), create_row_cb, self, NULL);
  onsite_loop_list_load_more (self->list);
}

/* Left from one of its lists, GTK 4.8 keeps the focus in the list that is gone, and no
 * key goes anywhere any more. */
static void
drill_closed_cb (OnsiteHomePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->drill));
}

static void
fill_drill_menu (OnsiteHomePage *self)
{
  g_autoptr (GMenuModel) menu = onsite_drill_menu_new (onsite_context_get_pack (self->context));

  gtk_menu_button_set_menu_model (self->drill, menu);
  g_signal_connect_object (gtk_menu_button_get_popover (self->drill),
                           "closed",
                           G_CALLBACK (drill_closed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/* What is not covered, what can be drilled, and what loops are held against. */
static void
pack_changed_cb (OnsiteHomePage *self)
{
  fill_drill_menu (self);
  gtk_list_box_bind_model (self->loops, G_LIST_MODEL (self->list), create_row_cb, self, NULL);
  update_interrupted (self);
  list_covered (self);
}

GtkWidget *
onsite_home_page_new (OnsiteContext *context)
{
  OnsiteHomePage *self;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);

  self = g_object_new (ONSITE_TYPE_HOME_PAGE, NULL);
  self->context = g_object_ref (context);
  onsite_day_button_set_settings (self->day, onsite_context_get_settings (context));
  onsite_sample_offer_set_context (self->sample, context);
  fill_drill_menu (self);
  g_signal_connect_object (context,
                           "notify::pack",
                           G_CALLBACK (pack_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (onsite_context_get_settings (context),
                           "changed::onsite-date",
                           G_CALLBACK (update_headline),
                           self,
                           G_CONNECT_SWAPPED);
  update_headline (self);
  update_read_only (self);
  connect_list (self);

  return GTK_WIDGET (self);
}
