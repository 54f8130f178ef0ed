/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-guide-section-view.h"

#include "onsite-guide-block-view.h"
#include "onsite-guide-label.h"
#include "onsite-text-direction.h"

/* How wide it would be read best, in pixels, whatever stands in it: the
 * outline beside it goes and comes by that, and should be the same for all. */
#define NATURAL_WIDTH 640

struct _OnsiteGuideSectionView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GPtrArray *blocks; /* (element-type OnsiteGuideBlockView) */
};

G_DEFINE_FINAL_TYPE (OnsiteGuideSectionView, onsite_guide_section_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
onsite_guide_section_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
onsite_guide_section_view_measure (GtkWidget *widget,
                                   GtkOrientation orientation,
                                   int for_size,
                                   int *minimum,
                                   int *natural,
                                   int *minimum_baseline,
                                   int *natural_baseline)
{
  OnsiteGuideSectionView *self = ONSITE_GUIDE_SECTION_VIEW (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NATURAL_WIDTH);
}

static void
onsite_guide_section_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnsiteGuideSectionView *self = ONSITE_GUIDE_SECTION_VIEW (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

/* Tab stops at the section and at each of its blocks: a text takes the focus
 * from a pointer alone, to be selected and copied. */

static GtkWidget *
get_stop (OnsiteGuideSectionView *self, int stop)
{
  return stop == 0 ? GTK_WIDGET (self) : g_ptr_array_index (self->blocks, stop - 1);
}

/* -1 where the focus is elsewhere. */
static int
find_stop (OnsiteGuideSectionView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (int stop = (int) self->blocks->len; focus != NULL && stop >= 0; stop--)
    if (focus == get_stop (self, stop) || gtk_widget_is_ancestor (focus, get_stop (self, stop)))
      return stop;

  return -1;
}

static gboolean
onsite_guide_section_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OnsiteGuideSectionView *self = ONSITE_GUIDE_SECTION_VIEW (widget);
  const int last = (int) self->blocks->len;
  int stop = find_stop (self);

  if (direction == GTK_DIR_TAB_FORWARD)
    stop++;
  else if (direction == GTK_DIR_TAB_BACKWARD)
    stop = stop < 0 ? last : stop - 1;
  else
    return FALSE;

  return stop >= 0 && stop <= last && gtk_widget_grab_focus (get_stop (self, stop));
}

static void
onsite_guide_section_view_dispose (GObject *object)
{
  OnsiteGuideSectionView *self = ONSITE_GUIDE_SECTION_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (onsite_guide_section_view_parent_class)->dispose (object);
}

static void
onsite_guide_section_view_finalize (GObject *object)
{
  g_ptr_array_unref (ONSITE_GUIDE_SECTION_VIEW (object)->blocks);

  G_OBJECT_CLASS (onsite_guide_section_view_parent_class)->finalize (object);
}

static void
onsite_guide_section_view_class_init (OnsiteGuideSectionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onsite_guide_section_view_dispose;
  object_class->finalize = onsite_guide_section_view_finalize;
  widget_class->get_request_mode = onsite_guide_section_view_get_request_mode;
  widget_class->measure = onsite_guide_section_view_measure;
  widget_class->focus = onsite_guide_section_view_focus;
  widget_class->size_allocate = onsite_guide_section_view_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_widget_class_set_css_name (widget_class, "guide");
}

static void
onsite_guide_section_view_init (OnsiteGuideSectionView *self)
{
  self->blocks = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
append_head (OnsiteGuideSectionView *self, const OnsiteGuideSection *section)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (head), onsite_guide_label_new_heading (section->title, "title-1", 1));
  gtk_box_append (GTK_BOX (head), onsite_guide_label_new (section->summary, "guide-summary"));
  gtk_box_append (GTK_BOX (self->box), head);
}

GtkWidget *
onsite_guide_section_view_new (const OnsiteGuideSection *section)
{
  OnsiteGuideSectionView *self;

  g_return_val_if_fail (section != NULL, NULL);

  self = g_object_new (ONSITE_TYPE_GUIDE_SECTION_VIEW, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  section->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  section->summary,
                                  -1);
  append_head (self, section);
  for (guint i = 0; i < section->blocks->len; i++)
    {
      GtkWidget *view = onsite_guide_block_view_new (g_ptr_array_index (section->blocks, i),
                                                     section->title);

      g_ptr_array_add (self->blocks, view);
      gtk_box_append (GTK_BOX (self->box), view);
    }
  onsite_text_direction_follow (GTK_WIDGET (self), section->title);

  return GTK_WIDGET (self);
}

GtkWidget *
onsite_guide_section_view_get_item (OnsiteGuideSectionView *self, guint block, guint item)
{
  g_return_val_if_fail (ONSITE_IS_GUIDE_SECTION_VIEW (self), NULL);
  g_return_val_if_fail (block < self->blocks->len, NULL);

  return onsite_guide_block_view_get_item (g_ptr_array_index (self->blocks, block), item);
}

guint
onsite_guide_section_view_get_block_at (OnsiteGuideSectionView *self, double y)
{
  g_return_val_if_fail (ONSITE_IS_GUIDE_SECTION_VIEW (self), 0);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      GtkWidget *view = g_ptr_array_index (self->blocks, i);
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (view, GTK_WIDGET (self), &bounds) &&
          bounds.origin.y + bounds.size.height > y)
        return i;
    }

  return self->blocks->len - 1;
}
