/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-clip-keys.h"

#include "onsite-clip-view.h"

#define STEP_MS       5000
#define SHORT_STEP_MS 1000
#define FINE_STEP_MS  100

static OnsiteClipView *
find_clip_below (GtkWidget *widget)
{
  OnsiteClipView *found = NULL;

  if (ONSITE_IS_CLIP_VIEW (widget))
    return ONSITE_CLIP_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_clip_below (child);

  return found;
}

/* What can be pressed is pressed by Space where it has the focus, also where its
 * class leaves that to its window, as an expander's does. */
static gboolean
takes_space (GtkWidget *focus)
{
  return focus != NULL && gtk_widget_class_get_activate_signal (GTK_WIDGET_GET_CLASS (focus)) != 0;
}

static gboolean
play_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (takes_space (focus))
    return gtk_widget_activate (focus);

  onsite_clip_view_toggle (find_clip_below (widget));

  return GDK_EVENT_STOP;
}

static gboolean
seek_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gint64 step_ms = g_variant_get_int64 (args);

  /* The arrow that points to where reading goes on goes on. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step_ms = -step_ms;
  onsite_clip_view_seek_by (find_clip_below (widget), step_ms);

  return GDK_EVENT_STOP;
}

static gboolean
speed_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  onsite_clip_view_change_speed (find_clip_below (widget), g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

static gboolean
mark_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  onsite_clip_view_mark (find_clip_below (widget));

  return GDK_EVENT_STOP;
}

static void
add_arrow (GtkWidgetClass *widget_class, guint keyval, int sign)
{
  gtk_widget_class_add_binding (widget_class, keyval, 0, seek_key, "x", (gint64) sign * STEP_MS);
  gtk_widget_class_add_binding (widget_class,
                                keyval,
                                GDK_SHIFT_MASK,
                                seek_key,
                                "x",
                                (gint64) sign * SHORT_STEP_MS);
  gtk_widget_class_add_binding (widget_class,
                                keyval,
                                GDK_CONTROL_MASK,
                                seek_key,
                                "x",
                                (gint64) sign * FINE_STEP_MS);
}

void
onsite_clip_keys_add (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, play_key, NULL);
  add_arrow (widget_class, GDK_KEY_Left, -1);
  add_arrow (widget_class, GDK_KEY_KP_Left, -1);
  add_arrow (widget_class, GDK_KEY_Right, 1);
  add_arrow (widget_class, GDK_KEY_KP_Right, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, 0, speed_key, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, speed_key, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Add, 0, speed_key, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_minus, 0, speed_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Subtract, 0, speed_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, 0, mark_key, NULL);
}
