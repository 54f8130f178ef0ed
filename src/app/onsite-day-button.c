/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-day-button.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"
#include "onsite-shrink-layout.h"

#define KEY "onsite-date"
/* Those of a popover, on both sides, in pixels. */
#define BORDERS 48

struct _OnsiteDayButton
{
  AdwBin parent_instance;

  GSettings *settings;
  char *question;
  guint keeping; /* the source that keeps the day, once it's known why it changed */
  gboolean leafed;

  GtkMenuButton *button;
  AdwClamp *frame;
  GtkCalendar *calendar;
  GtkWidget *forget;
};

enum
{
  PROP_0,
  PROP_QUESTION,
  PROP_FLAT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteDayButton, onsite_day_button, ADW_TYPE_BIN)

static gboolean
is_to_come (GDateTime *day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *days = onsite_format_days_to_onsite (day, now);

  return days != NULL;
}

static void day_selected_cb (OnsiteDayButton *self);

/* By the program, and not by the person. */
static void
select_day (OnsiteDayButton *self, GDateTime *day)
{
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
show_day (OnsiteDayButton *self)
{
  g_autoptr (GDateTime) day = onsite_day_button_dup_day (self->settings);
  g_autofree char *text = NULL;

  if (day != NULL)
    select_day (self, day);
  if (day != NULL && is_to_come (day))
    /* Translators: a day, see g_date_time_format(). */
    text = g_date_time_format (day, C_ ("date", "%-d %B %Y"));

  gtk_menu_button_set_label (self->button, text != NULL ? text : self->question);
  gtk_widget_set_visible (self->forget, day != NULL);
}

static gboolean
keep_day (gpointer user_data)
{
  OnsiteDayButton *self = ONSITE_DAY_BUTTON (user_data);
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  self->keeping = 0;
  if (!self->leafed)
    {
      g_settings_set_string (self->settings, KEY, day);
      gtk_menu_button_popdown (self->button);
    }
  self->leafed = FALSE;

  return G_SOURCE_REMOVE;
}

/* A calendar says so also when it is only leafed through, before or after it
 * says that it is: hence a moment later. */
static void
day_selected_cb (OnsiteDayButton *self)
{
  if (self->keeping == 0)
    self->keeping = g_idle_add (keep_day, self);
}

static void
leafed_cb (OnsiteDayButton *self)
{
  self->leafed = TRUE;
  day_selected_cb (self);
}

/* On a telephone the window is all there is: no wider than that, with large type; and
 * no wider than the calendar wants, for a clamp fills all that it may. */
static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  OnsiteDayButton *self = ONSITE_DAY_BUTTON (user_data);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int most = MAX (gtk_widget_get_width (window) - BORDERS, 1);
  int wanted;

  gtk_widget_measure (GTK_WIDGET (self->calendar),
                      GTK_ORIENTATION_HORIZONTAL,
                      -1,
                      NULL,
                      &wanted,
                      NULL,
                      NULL);
  most = MIN (most, wanted);
  adw_clamp_set_maximum_size (self->frame, most);
  adw_clamp_set_tightening_threshold (self->frame, most);
}

static void
forget_cb (OnsiteDayButton *self)
{
  g_settings_reset (self->settings, KEY);
  gtk_menu_button_popdown (self->button);
}

static void
onsite_day_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteDayButton *self = ONSITE_DAY_BUTTON (object);

  switch (id)
    {
    case PROP_QUESTION:
      g_value_set_string (value, self->question);
      break;

    case PROP_FLAT:
      g_value_set_boolean (value, !gtk_menu_button_get_has_frame (self->button));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_day_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OnsiteDayButton *self = ONSITE_DAY_BUTTON (object);

  switch (id)
    {
    case PROP_QUESTION:
      g_free (self->question);
      self->question = g_value_dup_string (value);
      break;

    case PROP_FLAT:
      gtk_menu_button_set_has_frame (self->button, !g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  g_object_notify_by_pspec (object, pspec);
}

static void
onsite_day_button_dispose (GObject *object)
{
  OnsiteDayButton *self = ONSITE_DAY_BUTTON (object);

  g_clear_handle_id (&self->keeping, g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (onsite_day_button_parent_class)->dispose (object);
}

static void
onsite_day_button_finalize (GObject *object)
{
  g_clear_pointer (&ONSITE_DAY_BUTTON (object)->question, g_free);

  G_OBJECT_CLASS (onsite_day_button_parent_class)->finalize (object);
}

static void
onsite_day_button_class_init (OnsiteDayButtonClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_day_button_get_property;
  object_class->set_property = onsite_day_button_set_property;
  object_class->dispose = onsite_day_button_dispose;
  object_class->finalize = onsite_day_button_finalize;

  props[PROP_QUESTION] = g_param_spec_string ("question", NULL, NULL, NULL, flags);
  props[PROP_FLAT] = g_param_spec_boolean ("flat", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ONSITE_TYPE_SHRINK_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteDayButton, button);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDayButton, frame);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDayButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, OnsiteDayButton, forget);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, leafed_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
onsite_day_button_init (OnsiteDayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
}

void
onsite_day_button_set_settings (OnsiteDayButton *self, GSettings *settings)
{
  g_return_if_fail (ONSITE_IS_DAY_BUTTON (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings,
                           "changed::" KEY,
                           G_CALLBACK (show_day),
                           self,
                           G_CONNECT_SWAPPED);
  show_day (self);
}

GDateTime *
onsite_day_button_dup_day (GSettings *settings)
{
  g_autofree char *day = g_settings_get_string (settings, KEY);
  g_autofree char *noon = g_strdup_printf ("%sT12:00:00", day);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return g_date_time_new_from_iso8601 (noon, zone);
}
