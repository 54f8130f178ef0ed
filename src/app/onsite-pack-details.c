/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-pack-details.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"
#include "onsite-pack-words.h"
#include "onsite-title.h"

struct _OnsitePackDetails
{
  AdwBin parent_instance;

  OnsitePackEntry *entry;

  OnsiteTitle *title;
  GtkWidget *back;
  GtkLabel *summary;
  GtkWidget *choose;
  AdwPreferencesGroup *about;
  AdwPreferencesGroup *levels;
  AdwPreferencesGroup *rounds;
  AdwPreferencesGroup *mix;
};

enum
{
  BACK,
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsitePackDetails, onsite_pack_details, ADW_TYPE_BIN)

static void
back_cb (OnsitePackDetails *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
choose_cb (OnsitePackDetails *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
onsite_pack_details_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ONSITE_PACK_DETAILS (widget)->back);
}

static void
onsite_pack_details_dispose (GObject *object)
{
  g_clear_object (&ONSITE_PACK_DETAILS (object)->entry);

  G_OBJECT_CLASS (onsite_pack_details_parent_class)->dispose (object);
}

static void
onsite_pack_details_class_init (OnsitePackDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_pack_details_dispose;
  widget_class->grab_focus = onsite_pack_details_grab_focus;

  signals[BACK] = g_signal_new ("back",
                                ONSITE_TYPE_PACK_DETAILS,
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                0);
  signals[CHOSEN] = g_signal_new ("chosen",
                                  ONSITE_TYPE_PACK_DETAILS,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  0);

  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "back", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "back", NULL);
  g_type_ensure (ONSITE_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-pack-details.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsitePackDetails, title);
  gtk_widget_class_bind_template_child (widget_class, OnsitePackDetails, back);
  gtk_widget_class_bind_template_child (widget_class, OnsitePackDetails, summary);
  gtk_widget_class_bind_template_child (widget_class, OnsitePackDetails, choose);
  gtk_widget_class_bind_template_child (widget_class, OnsitePackDetails, about);
  gtk_widget_class_bind_template_child (widget_class, OnsitePackDetails, levels);
  gtk_widget_class_bind_template_child (widget_class, OnsitePackDetails, rounds);
  gtk_widget_class_bind_template_child (widget_class, OnsitePackDetails, mix);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
onsite_pack_details_init (OnsitePackDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

/* A row with a figure at its end. */
static void
add_figure (AdwPreferencesGroup *group, const char *title, const char *figure)
{
  GtkWidget *label = gtk_label_new (figure);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (add_row (group, title, NULL), label);
}

static void
add_count (AdwPreferencesGroup *group, const char *title, guint n)
{
  g_autofree char *figure = g_strdup_printf ("%u", n);

  if (n > 0)
    add_figure (group, title, figure);
}

static void
add_about (OnsitePackDetails *self, OnsitePackEntry *entry, OnsitePack *pack)
{
  const char *instead_of = onsite_pack_entry_get_instead_of (entry);
  g_autofree char *language = onsite_pack_words_language (onsite_pack_get_language (pack));

  add_figure (self->about, C_ ("pack", "Version"), onsite_pack_get_version (pack));
  if (instead_of != NULL)
    add_figure (self->about, C_ ("pack", "In Place of the Built-In Version"), instead_of);
  add_figure (self->about, C_ ("pack", "Language"), language);
  add_count (self->about, C_ ("pack", "Questions"), onsite_pack_get_questions (pack)->len);
  add_count (self->about, C_ ("pack", "Principles"), onsite_pack_get_principles (pack)->len);
  add_count (self->about, C_ ("pack", "Checklist Items"), onsite_pack_get_checklist (pack)->len);
  add_count (self->about, C_ ("pack", "Exhibits"), onsite_pack_get_exhibits (pack)->len);
  add_count (self->about, C_ ("pack", "Outages"), onsite_pack_get_outages (pack)->len);
}

static void
add_levels (OnsitePackDetails *self, OnsitePack *pack)
{
  GPtrArray *levels = onsite_pack_get_levels (pack);

  for (guint i = 0; i < levels->len; i++)
    {
      const OnsiteLevel *level = g_ptr_array_index (levels, i);
      g_autofree char *rounds = onsite_pack_words_rounds (pack, level);

      add_row (self->levels, level->title, rounds);
    }
}

static void
add_rounds (OnsitePackDetails *self, OnsitePack *pack)
{
  GPtrArray *kinds = onsite_pack_get_round_kinds (pack);

  for (guint i = 0; i < kinds->len; i++)
    {
      const OnsiteRoundKind *kind = g_ptr_array_index (kinds, i);
      g_autofree char *size = onsite_pack_words_round (kind);

      add_row (self->rounds, kind->name, size);
    }
}

static void
add_mix (OnsitePackDetails *self, OnsitePack *pack)
{
  GPtrArray *categories = onsite_pack_get_categories (pack);

  for (guint i = 0; i < categories->len; i++)
    {
      const OnsiteCategory *category = g_ptr_array_index (categories, i);
      /* Translators: a share of the questions, in percent. */
      g_autofree char *share = g_strdup_printf (C_ ("pack", "%u%%"), category->share);

      add_figure (self->mix, category->name, share);
    }
}

static void
show_pack (OnsitePackDetails *self, OnsitePackEntry *entry, OnsitePack *pack)
{
  gtk_label_set_text (self->summary, onsite_pack_get_summary (pack));
  add_about (self, entry, pack);
  add_levels (self, pack);
  add_rounds (self, pack);
  add_mix (self, pack);
}

static void
show_error (OnsitePackDetails *self, const GError *error)
{
  gtk_label_set_text (self->summary, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->about), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->levels), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->rounds), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->mix), FALSE);
}

GtkWidget *
onsite_pack_details_new (OnsitePackEntry *entry, gboolean chosen)
{
  OnsitePackDetails *self;
  OnsitePack *pack;

  g_return_val_if_fail (ONSITE_IS_PACK_ENTRY (entry), NULL);

  self = g_object_new (ONSITE_TYPE_PACK_DETAILS, NULL);
  self->entry = g_object_ref (entry);
  pack = onsite_pack_entry_get_pack (entry);
  onsite_title_set_title (self->title, onsite_pack_entry_get_name (entry));
  gtk_widget_set_visible (self->choose, pack != NULL && !chosen);
  if (pack != NULL)
    show_pack (self, entry, pack);
  else
    show_error (self, onsite_pack_entry_get_error (entry));

  return GTK_WIDGET (self);
}

OnsitePackEntry *
onsite_pack_details_get_entry (OnsitePackDetails *self)
{
  g_return_val_if_fail (ONSITE_IS_PACK_DETAILS (self), NULL);

  return self->entry;
}
