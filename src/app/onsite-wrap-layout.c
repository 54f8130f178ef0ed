/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-wrap-layout.h"

#define ONLY_MEASURE (-1)

struct _OnsiteWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean centered;
  int least_chars;
};

/* Children that stand side by side: up to the one that begins the next line,
 * how much room they need, and what each that expands has beyond that. */
typedef struct
{
  GtkWidget *end;
  int width;
  int height;
  int rest;
} Line;

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_CENTERED,
  PROP_LEAST_CHARS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteWrapLayout, onsite_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
onsite_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_least_width (OnsiteWrapLayout *self, GtkWidget *child)
{
  PangoContext *context = gtk_widget_get_pango_context (child);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);

  return width * self->least_chars / PANGO_SCALE;
}

/* What a child needs of a line that is @width wide. */
static int
measure_child (OnsiteWrapLayout *self, GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  if (gtk_widget_get_hexpand (child))
    natural = MIN (natural, get_least_width (self, child));

  return MAX (minimum, MIN (natural, width));
}

static int
get_width_in (OnsiteWrapLayout *self, const Line *line, GtkWidget *child, int width)
{
  return measure_child (self, child, width) + (gtk_widget_get_hexpand (child) ? line->rest : 0);
}

static void
find_line (OnsiteWrapLayout *self, GtkWidget *first, int width, Line *line)
{
  int n_expanding = 0;

  *line = (Line){ .end = first };

  for (; line->end != NULL; line->end = gtk_widget_get_next_sibling (line->end))
    {
      int x;

      if (!gtk_widget_should_layout (line->end))
        continue;

      x = line->width > 0 ? line->width + self->spacing : 0;
      if (x > 0 && x + measure_child (self, line->end, width) > width)
        break;

      line->width = x + measure_child (self, line->end, width);
      n_expanding += gtk_widget_get_hexpand (line->end);
    }

  if (n_expanding > 0)
    {
      line->rest = MAX (width - line->width, 0) / n_expanding;
      line->width += n_expanding * line->rest;
    }
}

static void
measure_line (OnsiteWrapLayout *self, GtkWidget *first, int width, Line *line)
{
  find_line (self, first, width, line);

  for (GtkWidget *child = first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      int height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child,
                          GTK_ORIENTATION_VERTICAL,
                          get_width_in (self, line, child, width),
                          NULL,
                          &height,
                          NULL,
                          NULL);
      line->height = MAX (line->height, height);
    }
}

static void
place_line (OnsiteWrapLayout *self,
            GtkWidget *widget,
            GtkWidget *first,
            const Line *line,
            int y,
            int width)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = self->centered ? (width - line->width) / 2 : 0;

  for (GtkWidget *child = first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { .y = y, .height = line->height };

      if (!gtk_widget_should_layout (child))
        continue;

      place.width = get_width_in (self, line, child, width);
      place.x = mirrored ? width - x - place.width : x;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
    }
}

/* Goes through the lines and places the children, from @top on, or with a
 * negative one only measures them. Returns the height that they need. */
static int
lay_out (OnsiteWrapLayout *self, GtkWidget *widget, int width, int top)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int height = 0;

  while (child != NULL)
    {
      int y = height > 0 ? height + self->spacing : 0;
      Line line;

      measure_line (self, child, width, &line);
      if (top >= 0)
        place_line (self, widget, child, &line, top + y, width);
      if (line.height > 0)
        height = y + line.height;
      child = line.end;
    }

  return height;
}

static void
measure_width (OnsiteWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child,
                          GTK_ORIENTATION_HORIZONTAL,
                          -1,
                          &child_minimum,
                          &child_natural,
                          NULL,
                          NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
onsite_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  OnsiteWrapLayout *self = ONSITE_WRAP_LAYOUT (manager);
  int least, most;

  measure_width (self, widget, &least, &most);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = most;
      return;
    }

  *minimum = lay_out (self, widget, for_size >= 0 ? MAX (for_size, least) : most, ONLY_MEASURE);
  *natural = *minimum;
}

static void
onsite_wrap_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  OnsiteWrapLayout *self = ONSITE_WRAP_LAYOUT (manager);
  const int rest = height - lay_out (self, widget, width, ONLY_MEASURE);

  lay_out (self, widget, width, MAX (rest, 0) / 2);
}

static void
onsite_wrap_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, ONSITE_WRAP_LAYOUT (object)->spacing);
      break;

    case PROP_CENTERED:
      g_value_set_boolean (value, ONSITE_WRAP_LAYOUT (object)->centered);
      break;

    case PROP_LEAST_CHARS:
      g_value_set_int (value, ONSITE_WRAP_LAYOUT (object)->least_chars);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_wrap_layout_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  OnsiteWrapLayout *self = ONSITE_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_int (value))
        break;
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_CENTERED:
      if (self->centered == g_value_get_boolean (value))
        break;
      self->centered = g_value_get_boolean (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_LEAST_CHARS:
      if (self->least_chars == g_value_get_int (value))
        break;
      self->least_chars = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_wrap_layout_class_init (OnsiteWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onsite_wrap_layout_get_property;
  object_class->set_property = onsite_wrap_layout_set_property;
  manager_class->get_request_mode = onsite_wrap_layout_get_request_mode;
  manager_class->measure = onsite_wrap_layout_measure;
  manager_class->allocate = onsite_wrap_layout_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_CENTERED] = g_param_spec_boolean ("centered", NULL, NULL, FALSE, flags);
  props[PROP_LEAST_CHARS] = g_param_spec_int ("least-chars", NULL, NULL, 0, 1000, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
onsite_wrap_layout_init (OnsiteWrapLayout *self)
{
}

GtkLayoutManager *
onsite_wrap_layout_new (int spacing)
{
  return g_object_new (ONSITE_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
