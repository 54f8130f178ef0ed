/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-announce.h"

/* A screen reader that meets another focus stops what it says: until the focus
 * has come to where it goes. */
#define SETTLE_MS 150
/* Between a dialog and its window neither may be active for so many times as long. */
#define MOST_WAITS 10
/* Whoever asks where they are would be told it still. */
#define KEEP_MS 3000

#define ANNOUNCER   "onsite-announcer"
#define DESCRIPTION "onsite-description"

/* One a display: but one window of it is active. */
typedef struct
{
  GString *text; /* to be said */
  guint timeout_id;
  guint n_waits;     /* for a window to be active */
  GtkWindow *window; /* (nullable) (weak): that of the teller */
  GtkWidget *teller; /* (nullable) (weak): what tells it as its description */
  gulong focus_id;
} Announcer;

static void
describe (GtkWidget *widget, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
}

/* Its own words again, once they would not be taken for news. */
static void
restore (GtkWidget *widget)
{
  const char *own = g_object_get_data (G_OBJECT (widget), DESCRIPTION);

  if (own == NULL)
    own = gtk_widget_get_tooltip_text (widget);
  describe (widget, own != NULL ? own : "");
}

static void
let_go (Announcer *self)
{
  if (self->teller != NULL)
    restore (self->teller);
  if (self->window != NULL)
    g_clear_signal_handler (&self->focus_id, self->window);
  self->focus_id = 0;
  g_clear_weak_pointer (&self->teller);
  g_clear_weak_pointer (&self->window);
}

static void
focus_moved_cb (GtkWindow *window, GParamSpec *pspec, Announcer *self)
{
  if (gtk_root_get_focus (GTK_ROOT (window)) != self->teller)
    let_go (self);
}

static void
announcer_free (gpointer data)
{
  Announcer *self = data;

  let_go (self);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static Announcer *
get_announcer (GtkWidget *widget)
{
  GdkDisplay *display = gtk_widget_get_display (widget);
  Announcer *self = g_object_get_data (G_OBJECT (display), ANNOUNCER);

  if (self == NULL)
    {
      self = g_new0 (Announcer, 1);
      self->text = g_string_new (NULL);
      g_object_set_data_full (G_OBJECT (display), ANNOUNCER, self, announcer_free);
    }

  return self;
}

static GtkWindow *
find_active_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (window))
        return window;
    }

  return NULL;
}

static void
take (Announcer *self, GtkWindow *window, GtkWidget *teller)
{
  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->teller, teller);
  self->focus_id = g_signal_connect (window,
                                     "notify::focus-widget",
                                     G_CALLBACK (focus_moved_cb),
                                     self);
}

static gboolean
hush_cb (gpointer data)
{
  Announcer *self = data;

  self->timeout_id = 0;
  if (self->teller != NULL)
    describe (self->teller, "");

  return G_SOURCE_REMOVE;
}

static gboolean
tell_cb (gpointer data)
{
  Announcer *self = data;
  GtkWindow *window = find_active_window ();
  GtkWidget *teller = window != NULL ? gtk_root_get_focus (GTK_ROOT (window)) : NULL;

  if (window == NULL && self->n_waits++ < MOST_WAITS)
    return G_SOURCE_CONTINUE;

  self->timeout_id = g_timeout_add (KEEP_MS, hush_cb, self);
  if (window != NULL && teller == NULL)
    teller = GTK_WIDGET (window);
  if (teller != self->teller)
    let_go (self);
  if (teller != NULL && self->teller == NULL)
    take (self, window, teller);
  if (teller != NULL)
    {
      /* The same words again would be no change. */
      describe (teller, "");
      describe (teller, self->text->str);
    }
  g_string_truncate (self->text, 0);

  return G_SOURCE_REMOVE;
}

void
onsite_announce (GtkWidget *widget, const char *text)
{
  Announcer *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  self = get_announcer (widget);
  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  g_string_append (self->text, text);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->n_waits = 0;
  self->timeout_id = g_timeout_add (SETTLE_MS, tell_cb, self);
}

void
onsite_announce_describe (GtkWidget *widget, const char *description)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (description != NULL);

  g_object_set_data_full (G_OBJECT (widget), DESCRIPTION, g_strdup (description), g_free);
  describe (widget, description);
}
