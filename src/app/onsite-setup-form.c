/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-setup-form.h"

#include <glib/gi18n-lib.h>

#include "onsite-choice.h"
#include "onsite-choices.h"
#include "onsite-combo-names.h"
#include "onsite-drill-list.h"

struct _OnsiteSetupForm
{
  AdwBin parent_instance;

  OnsiteSetup *setup; /* (nullable) */
  OnsitePack *pack;
  OnsiteDrillList *drills;
  const OnsiteLevel *filled; /* (nullable): whose rounds can be chosen */
  gboolean showing;          /* the widgets are being set, by no person */

  OnsiteChoice *level;
  GtkLabel *level_about;
  OnsiteChoice *kind;
  OnsiteChoice *mode;
  GtkLabel *mode_about;
  GtkWidget *screens_row;
  GtkSwitch *screens;
  AdwComboRow *round_row;
  AdwComboRow *drill_row;
};

G_DEFINE_FINAL_TYPE (OnsiteSetupForm, onsite_setup_form, ADW_TYPE_BIN)

static const char *
describe_mode (OnsiteMode mode)
{
  return mode == ONSITE_MODE_ONSITE
             ? C_ ("setup",
                   "As on the day: the clock runs through, with no pause, no second "
                   "try and no hints.")
             : C_ ("setup", "You can pause, answer again, skip a question and look at a hint.");
}

static const OnsiteLevel *
get_level (OnsiteSetupForm *self)
{
  return onsite_pack_find_level (self->pack, onsite_setup_get_level (self->setup));
}

static gboolean
has_screens (OnsiteSetupForm *self)
{
  const OnsiteLevel *level = get_level (self);

  for (guint i = 0; level->rounds[i] != NULL; i++)
    if (onsite_pack_find_round_kind (self->pack, level->rounds[i])->optional)
      return TRUE;

  return FALSE;
}

static void
update_visible_rows (OnsiteSetupForm *self)
{
  OnsiteLoopKind kind = onsite_setup_get_kind (self->setup);

  gtk_widget_set_visible (self->screens_row, kind == ONSITE_LOOP_KIND_WHOLE && has_screens (self));
  gtk_widget_set_visible (GTK_WIDGET (self->round_row), kind == ONSITE_LOOP_KIND_ROUND);
  gtk_widget_set_visible (GTK_WIDGET (self->drill_row), kind == ONSITE_LOOP_KIND_DRILL);
}

static void
fill_rounds (OnsiteSetupForm *self, const OnsiteLevel *level)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; level->rounds[i] != NULL; i++)
    gtk_string_list_append (names,
                            onsite_pack_find_round_kind (self->pack, level->rounds[i])->name);

  adw_combo_row_set_model (self->round_row, G_LIST_MODEL (names));
  self->filled = level;
}

static guint
find_round (OnsiteSetupForm *self, const OnsiteLevel *level)
{
  for (guint i = 0; level->rounds[i] != NULL; i++)
    if (g_str_equal (level->rounds[i], onsite_setup_get_round (self->setup)))
      return i;

  return 0;
}

static void
show_round (OnsiteSetupForm *self)
{
  const OnsiteLevel *level = get_level (self);

  /* A row whose choice was just made still needs the list that it was made from. */
  if (level != self->filled)
    fill_rounds (self, level);
  adw_combo_row_set_selected (self->round_row, find_round (self, level));
}

static void
show_choices (OnsiteSetupForm *self)
{
  OnsiteMode mode = onsite_setup_get_mode (self->setup);

  self->showing = TRUE;
  onsite_choice_set_selected (self->level, onsite_setup_get_level (self->setup));
  onsite_choice_set_selected (self->kind,
                              onsite_choices_get_kind_id (onsite_setup_get_kind (self->setup)));
  onsite_choice_set_selected (self->mode, mode == ONSITE_MODE_ONSITE ? "onsite" : "practice");
  gtk_switch_set_active (self->screens, onsite_setup_get_screens (self->setup));
  show_round (self);
  adw_combo_row_set_selected (self->drill_row,
                              onsite_drill_list_find (self->drills,
                                                      onsite_setup_get_drill (self->setup),
                                                      onsite_setup_get_drill_target (self->setup)));
  self->showing = FALSE;
}

static void
setup_changed_cb (OnsiteSetupForm *self)
{
  show_choices (self);
  gtk_label_set_text (self->level_about, get_level (self)->title);
  gtk_label_set_text (self->mode_about, describe_mode (onsite_setup_get_mode (self->setup)));
  update_visible_rows (self);
}

static void
level_selected_cb (OnsiteSetupForm *self)
{
  if (!self->showing)
    onsite_setup_set_level (self->setup, onsite_choice_get_selected (self->level));
}

static void
kind_selected_cb (OnsiteSetupForm *self)
{
  if (!self->showing)
    onsite_setup_set_kind (self->setup,
                           onsite_choices_parse_kind (onsite_choice_get_selected (self->kind)));
}

static void
mode_selected_cb (OnsiteSetupForm *self)
{
  if (!self->showing)
    onsite_setup_set_mode (self->setup,
                           g_str_equal (onsite_choice_get_selected (self->mode), "onsite")
                               ? ONSITE_MODE_ONSITE
                               : ONSITE_MODE_PRACTICE);
}

static void
screens_switched_cb (OnsiteSetupForm *self)
{
  if (!self->showing)
    onsite_setup_set_screens (self->setup, gtk_switch_get_active (self->screens));
}

static void
round_selected_cb (OnsiteSetupForm *self)
{
  const OnsiteLevel *level = get_level (self);
  guint selected = adw_combo_row_get_selected (self->round_row);

  if (!self->showing && selected < g_strv_length (level->rounds))
    onsite_setup_set_round (self->setup, level->rounds[selected]);
}

static void
drill_selected_cb (OnsiteSetupForm *self)
{
  guint selected = adw_combo_row_get_selected (self->drill_row);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    onsite_setup_set_drill (self->setup,
                            onsite_drill_list_get_drill (self->drills, selected),
                            onsite_drill_list_get_target (self->drills, selected));
}

static void
add_levels (OnsiteSetupForm *self)
{
  GPtrArray *levels = onsite_pack_get_levels (self->pack);

  for (guint i = 0; i < levels->len; i++)
    {
      const OnsiteLevel *level = g_ptr_array_index (levels, i);

      onsite_choice_add (self->level, level->id, level->name);
    }
}

static void
leave_setup (OnsiteSetupForm *self)
{
  if (self->setup != NULL)
    g_signal_handlers_disconnect_by_data (self->setup, self);
  g_clear_object (&self->setup);
  self->filled = NULL;
  g_clear_pointer (&self->pack, onsite_pack_unref);
  g_clear_object (&self->drills);
}

static void
onsite_setup_form_dispose (GObject *object)
{
  OnsiteSetupForm *self = ONSITE_SETUP_FORM (object);

  self->showing = TRUE;
  leave_setup (self);

  G_OBJECT_CLASS (onsite_setup_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
                                               "/io/github/onsite/Onsite/onsite-setup-form.ui");
  gtk_widget_class_bind_template_child (klass, OnsiteSetupForm, level);
  gtk_widget_class_bind_template_child (klass, OnsiteSetupForm, level_about);
  gtk_widget_class_bind_template_child (klass, OnsiteSetupForm, kind);
  gtk_widget_class_bind_template_child (klass, OnsiteSetupForm, mode);
  gtk_widget_class_bind_template_child (klass, OnsiteSetupForm, mode_about);
  gtk_widget_class_bind_template_child (klass, OnsiteSetupForm, screens_row);
  gtk_widget_class_bind_template_child (klass, OnsiteSetupForm, screens);
  gtk_widget_class_bind_template_child (klass, OnsiteSetupForm, round_row);
  gtk_widget_class_bind_template_child (klass, OnsiteSetupForm, drill_row);
  gtk_widget_class_bind_template_callback (klass, level_selected_cb);
  gtk_widget_class_bind_template_callback (klass, kind_selected_cb);
  gtk_widget_class_bind_template_callback (klass, mode_selected_cb);
  gtk_widget_class_bind_template_callback (klass, screens_switched_cb);
  gtk_widget_class_bind_template_callback (klass, round_selected_cb);
  gtk_widget_class_bind_template_callback (klass, drill_selected_cb);
}

static void
onsite_setup_form_class_init (OnsiteSetupFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onsite_setup_form_dispose;

  g_type_ensure (ONSITE_TYPE_CHOICE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
onsite_setup_form_init (OnsiteSetupForm *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  onsite_choice_add (self->kind, "loop", C_ ("setup", "Whole Loop"));
  onsite_choice_add (self->kind, "round", C_ ("setup", "One Round"));
  onsite_choice_add (self->kind, "drill", C_ ("setup", "Drill"));
  onsite_choice_add (self->mode, "onsite", C_ ("mode", "Onsite"));
  onsite_choice_add (self->mode, "practice", C_ ("mode", "Practice"));
  onsite_combo_names_show (self->round_row);
  onsite_combo_names_show (self->drill_row);
  self->showing = FALSE;
}

void
onsite_setup_form_connect (OnsiteSetupForm *self, OnsiteSetup *setup, OnsitePack *pack)
{
  g_return_if_fail (ONSITE_IS_SETUP_FORM (self));
  g_return_if_fail (ONSITE_IS_SETUP (setup));
  g_return_if_fail (pack != NULL);

  leave_setup (self);
  self->setup = g_object_ref (setup);
  self->pack = onsite_pack_ref (pack);
  self->drills = onsite_drill_list_new (pack);
  self->showing = TRUE;
  onsite_choice_clear (self->level);
  add_levels (self);
  adw_combo_row_set_model (self->drill_row, onsite_drill_list_get_names (self->drills));
  self->showing = FALSE;
  g_signal_connect_object (setup,
                           "changed",
                           G_CALLBACK (setup_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  setup_changed_cb (self);
}

GtkWidget *
onsite_setup_form_get_first (OnsiteSetupForm *self)
{
  g_return_val_if_fail (ONSITE_IS_SETUP_FORM (self), NULL);

  return GTK_WIDGET (self->level);
}
