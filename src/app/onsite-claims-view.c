/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-claims-view.h"

#include <glib/gi18n-lib.h>

#include "onsite-announce.h"
#include "onsite-sign-view.h"
#include "onsite-wrap-layout.h"

#define SPACING 6

/* In logical pixels: about eight lines before the list of the rest scrolls. */
#define LIST_HEIGHT 320

/* One principle or checklist item. The strings are the pack's. */
typedef struct
{
  OnsiteTargetKind kind;
  const char *id;
  const char *name;
  const char *summary;
  gboolean asked;
  GtkWidget *chip;
  GtkWidget *sign;
  GtkWidget *check; /* in the list of the rest; %NULL until that was opened */
} Target;

struct _OnsiteClaimsView
{
  GtkWidget parent_instance;

  OnsiteAnswerEditor *editor;
  GArray *targets;
  GtkWidget *more;
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (OnsiteClaimsView, onsite_claims_view, GTK_TYPE_WIDGET)

static void
refresh_target (OnsiteClaimsView *self, Target *target)
{
  gboolean claimed = onsite_answer_editor_get_claimed (self->editor, target->kind, target->id);
  guint sources = (target->asked ? ONSITE_SOURCE_BIT (ONSITE_SOURCE_ASKED) : 0) |
                  (claimed ? ONSITE_SOURCE_BIT (ONSITE_SOURCE_CLAIMED) : 0);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (target->chip), claimed);
  onsite_sign_view_set_sources (ONSITE_SIGN_VIEW (target->sign), sources);
  if (target->asked || claimed)
    gtk_widget_set_visible (target->chip, TRUE);
  if (target->check != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (target->check), claimed);
}

static void
refresh (OnsiteClaimsView *self)
{
  self->refreshing = TRUE;
  for (guint i = 0; i < self->targets->len; i++)
    refresh_target (self, &g_array_index (self->targets, Target, i));
  self->refreshing = FALSE;
}

static void
set_claimed (OnsiteClaimsView *self, GtkWidget *button, gboolean claimed)
{
  if (self->refreshing)
    return;

  for (guint i = 0; i < self->targets->len; i++)
    {
      const Target *target = &g_array_index (self->targets, Target, i);

      if (target->chip == button || target->check == button)
        onsite_answer_editor_set_claimed (self->editor, target->kind, target->id, claimed);
    }
}

static void
chip_toggled_cb (GtkToggleButton *button, OnsiteClaimsView *self)
{
  set_claimed (self, GTK_WIDGET (button), gtk_toggle_button_get_active (button));
}

static void
check_toggled_cb (GtkCheckButton *button, OnsiteClaimsView *self)
{
  set_claimed (self, GTK_WIDGET (button), gtk_check_button_get_active (button));
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
add_chip (OnsiteClaimsView *self, Target *target)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  target->sign = onsite_sign_view_new (0);
  target->chip = gtk_toggle_button_new ();
  gtk_box_append (GTK_BOX (box), target->sign);
  gtk_box_append (GTK_BOX (box), make_label (target->name));
  gtk_button_set_child (GTK_BUTTON (target->chip), box);
  gtk_widget_set_visible (target->chip, FALSE);
  gtk_widget_set_focus_on_click (target->chip, FALSE);
  gtk_widget_set_tooltip_text (target->chip, target->summary);
  gtk_widget_add_css_class (target->chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (target->chip),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  target->name,
                                  -1);
  onsite_announce_describe (target->chip,
                            target->asked ? C_ ("claims", "The question asks for it") : "");
  gtk_widget_set_parent (target->chip, GTK_WIDGET (self));
  g_signal_connect_object (target->chip, "toggled", G_CALLBACK (chip_toggled_cb), self, 0);
}

static void
add_heading (GtkBox *list, const char *text)
{
  GtkWidget *label = make_label (text);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, SPACING);
  gtk_box_append (list, label);
}

static void
add_check (OnsiteClaimsView *self, GtkBox *list, Target *target)
{
  target->check = gtk_check_button_new_with_label (target->name);
  gtk_widget_set_tooltip_text (target->check, target->summary);
  gtk_box_append (list, target->check);
  g_signal_connect_object (target->check, "toggled", G_CALLBACK (check_toggled_cb), self, 0);
}

static GtkWidget *
make_list (OnsiteClaimsView *self)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  OnsiteTargetKind kind = ONSITE_TARGET_PRINCIPLE;

  add_heading (GTK_BOX (list), C_ ("claims", "Principles"));
  for (guint i = 0; i < self->targets->len; i++)
    {
      Target *target = &g_array_index (self->targets, Target, i);

      if (target->kind != kind)
        add_heading (GTK_BOX (list), C_ ("claims", "Checklist"));
      kind = target->kind;
      add_check (self, GTK_BOX (list), target);
    }

  return list;
}

/* Only when it's asked for: a break shows several forms, and most of them
 * never open it. */
static void
make_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  OnsiteClaimsView *self = user_data;
  GtkWidget *scroller, *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_list (self));
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
  refresh (self);
}

static void
add_more (OnsiteClaimsView *self)
{
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "list-add-symbolic");
  gtk_widget_add_css_class (self->more, "circular");
  gtk_widget_set_tooltip_text (self->more, C_ ("claims", "All Principles and Checklist Items"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("claims", "All Principles and Checklist Items"),
                                  -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->more), make_popover_cb, self, NULL);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

static void
list_targets (OnsiteClaimsView *self, OnsitePack *pack, const OnsiteQuestion *question)
{
  GPtrArray *principles = onsite_pack_get_principles (pack);
  GPtrArray *checklist = onsite_pack_get_checklist (pack);

  for (guint i = 0; i < principles->len; i++)
    {
      const OnsitePrinciple *it = g_ptr_array_index (principles, i);
      Target target = { .kind = ONSITE_TARGET_PRINCIPLE,
                        .id = it->id,
                        .name = it->name,
                        .summary = it->summary };

      if (question != NULL)
        target.asked = g_strv_contains ((const char *const *) question->principles, it->id);
      g_array_append_val (self->targets, target);
    }

  for (guint i = 0; i < checklist->len; i++)
    {
      const OnsiteChecklistItem *it = g_ptr_array_index (checklist, i);
      Target target = { .kind = ONSITE_TARGET_CHECKLIST,
                        .id = it->id,
                        .name = it->name,
                        .summary = it->summary };

      if (question != NULL)
        target.asked = g_strv_contains ((const char *const *) question->checklist, it->id);
      /* What loops feed, no answer does. */
      if (!it->fed_by_loops)
        g_array_append_val (self->targets, target);
    }
}

/* What is asked comes first. */
static void
add_chips (OnsiteClaimsView *self)
{
  for (guint asked = 0; asked < 2; asked++)
    for (guint i = 0; i < self->targets->len; i++)
      {
        Target *target = &g_array_index (self->targets, Target, i);

        if (target->asked == (asked == 0))
          add_chip (self, target);
      }
}

static void
onsite_claims_view_dispose (GObject *object)
{
  OnsiteClaimsView *self = ONSITE_CLAIMS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);
  g_array_set_size (self->targets, 0);

  G_OBJECT_CLASS (onsite_claims_view_parent_class)->dispose (object);
}

static void
onsite_claims_view_finalize (GObject *object)
{
  g_array_unref (ONSITE_CLAIMS_VIEW (object)->targets);

  G_OBJECT_CLASS (onsite_claims_view_parent_class)->finalize (object);
}

static void
onsite_claims_view_class_init (OnsiteClaimsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onsite_claims_view_dispose;
  object_class->finalize = onsite_claims_view_finalize;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, ONSITE_TYPE_WRAP_LAYOUT);
}

static void
onsite_claims_view_init (OnsiteClaimsView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  g_object_set (layout, "spacing", SPACING, NULL);
  self->targets = g_array_new (FALSE, TRUE, sizeof (Target));
}

GtkWidget *
onsite_claims_view_new (OnsiteAnswerEditor *editor)
{
  OnsiteClaimsView *self;
  OnsitePack *pack;
  const OnsiteAnswer *answer;

  g_return_val_if_fail (ONSITE_IS_ANSWER_EDITOR (editor), NULL);

  self = g_object_new (ONSITE_TYPE_CLAIMS_VIEW, NULL);
  self->editor = g_object_ref (editor);
  pack = onsite_answer_editor_get_pack (editor);
  answer = onsite_answer_editor_get_answer (editor);
  list_targets (self, pack, onsite_pack_find_question (pack, answer->question));
  add_chips (self);
  add_more (self);
  refresh (self);
  g_signal_connect_object (editor, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
