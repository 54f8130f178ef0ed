/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-guide-page.h"

#include <glib/gi18n-lib.h>

#include "onsite-even-layout.h"
#include "onsite-guide-label.h"
#include "onsite-guide-search.h"
#include "onsite-guide-section-view.h"
#include "onsite-outline-bin.h"
#include "onsite-page.h"
#include "onsite-title.h"

/* What is found stands this far below the top, in pixels, so that what it
 * belongs to is seen above it. */
#define FOUND_MARGIN 72

/* For so many frames a place has to stand still to have come to rest. */
#define STEADY_FRAMES 3

struct _OnsiteGuidePage
{
  AdwBin parent_instance;

  OnsiteContext *context;
  OnsitePack *pack;
  OnsiteGuidePlace place; /* where it is, or is about to be */
  GArray *found;          /* (element-type OnsiteGuidePlace): the places that a search has found */
  guint current;          /* which of them is shown */
  guint scroll_id;        /* until the section that is scrolled has its size */
  double top;             /* how far it was scrolled in the last frame */
  guint steady;           /* for so many frames it has been the same */

  OnsiteTitle *title;
  AdwFlap *flap;
  GtkListBox *outline;
  GtkScrolledWindow *scroller;
  AdwBin *holder;
  GtkWidget *previous;
  GtkLabel *previous_title;
  GtkWidget *next;
  GtkLabel *next_title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *search_result;
  GtkWidget *search_steps;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static OnsiteGuideSectionView *
get_view (OnsiteGuidePage *self)
{
  return ONSITE_GUIDE_SECTION_VIEW (adw_bin_get_child (self->holder));
}

static gboolean
onsite_guide_page_enter (OnsitePage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_view (ONSITE_GUIDE_PAGE (page))));
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->enter = onsite_guide_page_enter;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OnsiteGuidePage,
                               onsite_guide_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

static const OnsiteGuide *
get_guide (OnsiteGuidePage *self)
{
  return onsite_pack_get_guide (self->pack);
}

static const OnsiteGuideSection *
get_section (OnsiteGuidePage *self, guint section)
{
  return g_ptr_array_index (get_guide (self)->sections, section);
}

/* What is marked is what onsite_guide_search() finds, which spaces around it don't matter to. */
static char *
dup_words (OnsiteGuidePage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
}

static void
mark_words (OnsiteGuidePage *self)
{
  g_autofree char *words = dup_words (self);

  onsite_guide_label_mark_all (GTK_WIDGET (get_view (self)), words);
}

/* How far to scroll to the place that is to be seen. */
static double
find_top (OnsiteGuidePage *self)
{
  OnsiteGuideSectionView *view = get_view (self);
  GtkWidget *item = onsite_guide_section_view_get_item (view, self->place.block, self->place.item);
  graphene_rect_t bounds;

  if ((self->place.block == 0 && self->place.item == 0) ||
      !gtk_widget_compute_bounds (item, GTK_WIDGET (view), &bounds))
    return 0;

  return MAX (0.0, bounds.origin.y - FOUND_MARGIN);
}

/* A section that has just been put there gets its size in the first frame, and
 * a table may change its shape in the next: until all is at rest. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  OnsiteGuidePage *self = ONSITE_GUIDE_PAGE (widget);
  double top;

  if (gtk_widget_get_height (GTK_WIDGET (get_view (self))) == 0)
    return G_SOURCE_CONTINUE;

  top = find_top (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), top);
  self->steady = G_APPROX_VALUE (top, self->top, 1.0) ? self->steady + 1 : 0;
  self->top = top;
  if (self->steady < STEADY_FRAMES)
    return G_SOURCE_CONTINUE;

  self->scroll_id = 0;

  return G_SOURCE_REMOVE;
}

static void
queue_scroll (OnsiteGuidePage *self)
{
  self->steady = 0;
  self->top = -1;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* A way to the section before or behind, called as that is. */
static void
update_way (OnsiteGuidePage *self, GtkWidget *button, GtkLabel *title, int step)
{
  int section = (int) self->place.section + step;
  gboolean there = section >= 0 && section < (int) get_guide (self)->sections->len;
  const char *name;

  gtk_widget_set_visible (button, there);
  if (!there)
    return;

  name = get_section (self, (guint) section)->title;
  gtk_label_set_text (title, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) section);
}

static void
show_section (OnsiteGuidePage *self, guint section)
{
  GtkWidget *view = onsite_guide_section_view_new (get_section (self, section));

  adw_bin_set_child (self->holder, view);
  onsite_title_set_subtitle (self->title, get_section (self, section)->title);
  update_way (self, self->previous, self->previous_title, -1);
  update_way (self, self->next, self->next_title, 1);
  gtk_list_box_select_row (self->outline,
                           gtk_list_box_get_row_at_index (self->outline, (int) section));
  mark_words (self);
}

static void
go_to (OnsiteGuidePage *self, const OnsiteGuidePlace *place)
{
  gboolean other = get_view (self) == NULL || self->place.section != place->section;

  self->place = *place;
  if (other)
    show_section (self, place->section);
  queue_scroll (self);
}

static void
go_to_section (OnsiteGuidePage *self, guint section)
{
  go_to (self, &(OnsiteGuidePlace){ section, 0, 0 });
}

static void
row_activated_cb (OnsiteGuidePage *self, GtkListBoxRow *row)
{
  go_to_section (self, (guint) gtk_list_box_row_get_index (row));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (self)));
}

/* Up and down the outline, without a key to confirm it; not while it is
 * folded over what would change below it. */
static void
row_selected_cb (OnsiteGuidePage *self, GtkListBoxRow *row)
{
  guint section = row != NULL ? (guint) gtk_list_box_row_get_index (row) : self->place.section;

  if (section != self->place.section && !adw_flap_get_folded (self->flap))
    go_to_section (self, section);
}

static GtkWidget *
make_row (const OnsiteGuideSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (section->title);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "badge");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_visible (count, FALSE);
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);

  return box;
}

static void
append_row (OnsiteGuidePage *self, const OnsiteGuideSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_row (section));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  section->title,
                                  -1);
  gtk_list_box_append (self->outline, row);
}

static guint
count_found (OnsiteGuidePage *self, guint section)
{
  guint n = 0;

  for (guint i = 0; i < self->found->len; i++)
    n += g_array_index (self->found, OnsiteGuidePlace, i).section == section;

  return n;
}

static void
update_outline (OnsiteGuidePage *self)
{
  for (guint i = 0; i < get_guide (self)->sections->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->outline, (int) i);
      GtkWidget *count = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
      guint n = count_found (self, i);
      g_autofree char *text = g_strdup_printf ("%u", n);

      gtk_label_set_text (GTK_LABEL (count), text);
      gtk_widget_set_visible (count, n > 0);
    }
}

static void
update_result (OnsiteGuidePage *self)
{
  g_autofree char *words = dup_words (self);
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->search_steps, self->found->len > 0);
  if (self->found->len > 0)
    /* Translators: which of the places that a search found is shown, such as "3 of 12". */
    text = g_strdup_printf (C_ ("guide", "%u of %u"), self->current + 1, self->found->len);
  gtk_label_set_text (self->search_result,
                      text != NULL     ? text
                      : *words != '\0' ? C_ ("guide", "Nothing found")
                                       : "");
}

static void
show_found (OnsiteGuidePage *self)
{
  if (self->found->len > 0)
    go_to (self, &g_array_index (self->found, OnsiteGuidePlace, self->current));
  update_result (self);
}

/* What is found here comes before what is found elsewhere. */
static guint
find_nearest (OnsiteGuidePage *self)
{
  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, OnsiteGuidePlace, i).section >= self->place.section)
      return i;

  return 0;
}

static void
search_changed_cb (OnsiteGuidePage *self)
{
  g_autofree char *words = dup_words (self);

  g_array_unref (self->found);
  self->found = onsite_guide_search (get_guide (self), words);
  self->current = find_nearest (self);
  mark_words (self);
  update_outline (self);
  show_found (self);
}

static void
step_found (OnsiteGuidePage *self, guint step)
{
  if (self->found->len == 0)
    return;

  self->current = (self->current + step) % self->found->len;
  show_found (self);
}

static void
next_found_cb (OnsiteGuidePage *self)
{
  step_found (self, 1);
}

static void
previous_found_cb (OnsiteGuidePage *self)
{
  step_found (self, self->found->len - 1);
}

static void
stop_search_cb (OnsiteGuidePage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (self)));
}

static void
section_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteGuidePage *self = ONSITE_GUIDE_PAGE (widget);

  go_to_section (self, g_variant_get_uint32 (parameter));
  gtk_widget_grab_focus (GTK_WIDGET (get_view (self)));
}

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OnsiteGuidePage *self = ONSITE_GUIDE_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
scroll_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OnsiteGuidePage *self = ONSITE_GUIDE_PAGE (widget);
  gboolean scrolled = FALSE;

  g_signal_emit_by_name (self->scroller,
                         "scroll-child",
                         g_variant_get_int32 (arguments),
                         FALSE,
                         &scrolled);

  return scrolled;
}

static gboolean
step_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OnsiteGuidePage *self = ONSITE_GUIDE_PAGE (widget);
  int section = (int) self->place.section + g_variant_get_int32 (arguments);

  if (section >= 0 && section < (int) get_guide (self)->sections->len)
    go_to_section (self, (guint) section);

  return TRUE;
}

static void
remember_place (OnsiteGuidePage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double top = gtk_adjustment_get_value (adjustment) + FOUND_MARGIN;
  guint block = gtk_adjustment_get_value (adjustment) > 0
                    ? onsite_guide_section_view_get_block_at (get_view (self), top)
                    : 0;

  g_settings_set (onsite_context_get_settings (self->context),
                  "guide-place",
                  "(su)",
                  get_section (self, self->place.section)->id,
                  block);
}

static void
onsite_guide_page_unmap (GtkWidget *widget)
{
  remember_place (ONSITE_GUIDE_PAGE (widget));

  GTK_WIDGET_CLASS (onsite_guide_page_parent_class)->unmap (widget);
}

static void
onsite_guide_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, C_ ("page title", "Guide"));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_guide_page_dispose (GObject *object)
{
  OnsiteGuidePage *self = ONSITE_GUIDE_PAGE (object);

  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
  /* Before the pack, whose texts it shows. */
  if (self->holder != NULL)
    adw_bin_set_child (self->holder, NULL);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_guide_page_parent_class)->dispose (object);
}

static void
onsite_guide_page_finalize (GObject *object)
{
  OnsiteGuidePage *self = ONSITE_GUIDE_PAGE (object);

  g_array_unref (self->found);
  g_clear_pointer (&self->pack, onsite_pack_unref);

  G_OBJECT_CLASS (onsite_guide_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ONSITE_TYPE_EVEN_LAYOUT);
  g_type_ensure (ONSITE_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-guide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, title);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, flap);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, outline);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, holder);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, previous);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, previous_title);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, next);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, next_title);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, search_result);
  gtk_widget_class_bind_template_child (widget_class, OnsiteGuidePage, search_steps);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_found_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_found_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

/* What no control has used comes here, wherever on the page the focus is. */
static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkScrollType scroll;
  } keys[] = {
    { GDK_KEY_Up, 0, GTK_SCROLL_STEP_UP },
    { GDK_KEY_Down, 0, GTK_SCROLL_STEP_DOWN },
    { GDK_KEY_Page_Up, 0, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_Page_Down, 0, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_space, GDK_SHIFT_MASK, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_space, 0, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_Home, 0, GTK_SCROLL_START },
    { GDK_KEY_End, 0, GTK_SCROLL_END },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class,
                                  keys[i].key,
                                  keys[i].modifiers,
                                  scroll_key_cb,
                                  "i",
                                  keys[i].scroll);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, step_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, step_key_cb, "i", 1);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_f,
                                       GDK_CONTROL_MASK,
                                       "guide.search",
                                       NULL);
}

static void
onsite_guide_page_class_init (OnsiteGuidePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_guide_page_get_property;
  object_class->dispose = onsite_guide_page_dispose;
  object_class->finalize = onsite_guide_page_finalize;
  widget_class->unmap = onsite_guide_page_unmap;
  g_object_class_override_property (object_class, PROP_TITLE, "title");

  g_type_ensure (ONSITE_TYPE_OUTLINE_BIN);
  bind_template (widget_class);
  bind_keys (widget_class);
  gtk_widget_class_install_action (widget_class, "guide.section", "u", section_action);
  gtk_widget_class_install_action (widget_class, "guide.search", NULL, search_action);
}

static void
onsite_guide_page_init (OnsiteGuidePage *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (OnsiteGuidePlace));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

static OnsiteGuidePlace
recall_place (OnsiteGuidePage *self)
{
  g_autofree char *id = NULL;
  OnsiteGuidePlace place = { 0 };

  g_settings_get (onsite_context_get_settings (self->context),
                  "guide-place",
                  "(su)",
                  &id,
                  &place.block);
  place.section = onsite_guide_find_section (get_guide (self), id);
  /* The pack may have changed since. */
  if (place.block >= get_section (self, place.section)->blocks->len)
    place.block = 0;

  return place;
}

GtkWidget *
onsite_guide_page_new (OnsiteContext *context)
{
  OnsiteGuidePage *self;
  OnsiteGuidePlace place;

  g_return_val_if_fail (ONSITE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (onsite_pack_get_guide (onsite_context_get_pack (context)) != NULL, NULL);

  self = g_object_new (ONSITE_TYPE_GUIDE_PAGE, NULL);
  self->context = g_object_ref (context);
  self->pack = onsite_pack_ref (onsite_context_get_pack (context));
  for (guint i = 0; i < get_guide (self)->sections->len; i++)
    append_row (self, get_section (self, i));
  place = recall_place (self);
  go_to (self, &place);

  return GTK_WIDGET (self);
}

void
onsite_guide_page_show_section (OnsiteGuidePage *self, guint section)
{
  g_return_if_fail (ONSITE_IS_GUIDE_PAGE (self));
  g_return_if_fail (section < get_guide (self)->sections->len);

  go_to_section (self, section);
}
