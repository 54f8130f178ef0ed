/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-guide-block-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "onsite-column-layout.h"
#include "onsite-guide-label.h"
#include "onsite-shares-view.h"
#include "onsite-table-view.h"
#include "onsite-wrap-layout.h"

/* Cards are read line by line: in lines of fewer characters than these they
 * would be all height. */
#define CARD_CHARS   30
#define MOST_COLUMNS 2

struct _OnsiteGuideBlockView
{
  AdwBin parent_instance;

  GPtrArray *items; /* (element-type GtkWidget); empty where it is of one piece */
  OnsiteTableView *table;
};

G_DEFINE_FINAL_TYPE (OnsiteGuideBlockView, onsite_guide_block_view, ADW_TYPE_BIN)

static GtkWidget *
make_column (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

static void
append (GtkWidget *box, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (box), child);
}

static GtkWidget *
make_card (void)
{
  GtkWidget *card = make_column (6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "guide-card");

  return card;
}

static GtkWidget *
make_cards (void)
{
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (cards, onsite_column_layout_new (CARD_CHARS, MOST_COLUMNS, 12));

  return cards;
}

/* What is said on a card, below the word that tells what to think of it. */
static void
append_said (GtkWidget *card, const char *word, const char *css_class, const char *text)
{
  append (card, onsite_guide_label_new (word, css_class));
  append (card, onsite_guide_label_new (text, "guide-text"));
}

static GtkWidget *
make_contrast (gconstpointer part)
{
  const OnsiteGuideContrast *contrast = part;
  GtkWidget *card = make_card ();

  append (card, onsite_guide_label_new_heading (contrast->topic, "heading", 3));
  append_said (card, C_ ("guide", "Not"), "guide-not", contrast->is_not);
  append_said (card, C_ ("guide", "But"), "guide-but", contrast->is);

  return card;
}

static GtkWidget *
make_mistake (gconstpointer part)
{
  const OnsiteGuideMistake *mistake = part;
  GtkWidget *card = make_card ();

  append_said (card, C_ ("guide", "Weak"), "guide-not", mistake->weak);
  append_said (card, C_ ("guide", "Why"), "guide-why", mistake->why);
  append_said (card, C_ ("guide", "Strong"), "guide-but", mistake->strong);

  return card;
}

static GtkWidget *
make_question (gconstpointer part)
{
  const OnsiteGuideQuestion *question = part;
  GtkWidget *card = make_card ();

  append (card, onsite_guide_label_new_heading (question->question, "heading", 3));
  append (card, onsite_guide_label_new (question->answer, "guide-text"));

  return card;
}

static GtkWidget *
make_step (gconstpointer part)
{
  const OnsiteGuideStep *step = part;
  GtkWidget *box = make_column (6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = onsite_guide_label_new (step->label, "badge");

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_layout_manager (line, onsite_wrap_layout_new (9));
  append (line, label);
  if (step->title != NULL)
    append (line, onsite_guide_label_new_heading (step->title, "heading", 3));
  append (box, line);
  append (box, onsite_guide_label_new (step->text, "guide-text"));

  return box;
}

/* The dot tells nothing to those who hear the list. */
static GtkWidget *
make_sentence (const char *sentence)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *dot = g_object_new (GTK_TYPE_LABEL,
                                 "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "label",
                                 "•",
                                 "valign",
                                 GTK_ALIGN_START,
                                 NULL);

  gtk_widget_add_css_class (dot, "guide-text");
  append (line, dot);
  append (line, onsite_guide_label_new (sentence, "guide-text"));

  return line;
}

static void
add_item (OnsiteGuideBlockView *self, GtkWidget *box, GtkWidget *item)
{
  g_ptr_array_add (self->items, item);
  append (box, item);
}

static GtkWidget *
make_all (OnsiteGuideBlockView *self,
          const OnsiteGuideBlock *block,
          GtkWidget *box,
          GtkWidget *(*make) (gconstpointer part))
{
  for (guint i = 0; i < block->parts->len; i++)
    add_item (self, box, make (g_ptr_array_index (block->parts, i)));

  return box;
}

static GtkWidget *
make_list (OnsiteGuideBlockView *self, const OnsiteGuideBlock *block)
{
  GtkWidget *box = make_column (6);

  for (guint i = 0; block->names[i] != NULL; i++)
    add_item (self, box, make_sentence (block->names[i]));

  return box;
}

static GtkWidget *
make_table (OnsiteGuideBlockView *self, const OnsiteGuideBlock *block)
{
  GtkWidget *table = onsite_table_view_new (block);

  self->table = ONSITE_TABLE_VIEW (table);

  return table;
}

static GtkWidget *
make_shares (const OnsiteGuideBlock *block)
{
  GtkWidget *card = make_card ();

  append (card, onsite_shares_view_new (block));

  return card;
}

static GtkWidget *
make_body (OnsiteGuideBlockView *self, const OnsiteGuideBlock *block)
{
  switch (block->kind)
    {
    case ONSITE_GUIDE_LIST:
      return make_list (self, block);

    case ONSITE_GUIDE_STEPS:
      return make_all (self, block, make_column (18), make_step);

    case ONSITE_GUIDE_CONTRASTS:
      return make_all (self, block, make_cards (), make_contrast);

    case ONSITE_GUIDE_MISTAKES:
      return make_all (self, block, make_column (12), make_mistake);

    case ONSITE_GUIDE_QUESTIONS:
      return make_all (self, block, make_cards (), make_question);

    case ONSITE_GUIDE_TABLE:
      return make_table (self, block);

    case ONSITE_GUIDE_SHARES:
      return make_shares (block);

    case ONSITE_GUIDE_TEXT:
    case ONSITE_GUIDE_N_KINDS:
    default:
      return onsite_guide_label_new (block->text, "guide-text");
    }
}

/* Itself, and none of its texts. */
static gboolean
onsite_guide_block_view_grab_focus (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);

  return TRUE;
}

static void
onsite_guide_block_view_finalize (GObject *object)
{
  g_ptr_array_unref (ONSITE_GUIDE_BLOCK_VIEW (object)->items);

  G_OBJECT_CLASS (onsite_guide_block_view_parent_class)->finalize (object);
}

static void
onsite_guide_block_view_class_init (OnsiteGuideBlockViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onsite_guide_block_view_finalize;
  widget_class->grab_focus = onsite_guide_block_view_grab_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "guideblock");
}

static void
onsite_guide_block_view_init (OnsiteGuideBlockView *self)
{
  self->items = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
append_text (const char *text, gpointer user_data)
{
  GString *all = user_data;

  g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", text);
}

/* All of it is heard where it has the focus, and its title once. */
static void
tell (OnsiteGuideBlockView *self, const OnsiteGuideBlock *block, const char *section)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint item = 0; item < onsite_guide_block_count_items (block); item++)
    onsite_guide_block_foreach_text (block, item, append_text, all);
  if (block->title != NULL)
    g_string_erase (all, 0, (gssize) strlen (block->title) + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  block->title != NULL ? block->title : section,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  all->str,
                                  -1);
}

GtkWidget *
onsite_guide_block_view_new (const OnsiteGuideBlock *block, const char *section)
{
  OnsiteGuideBlockView *self;
  GtkWidget *box;

  g_return_val_if_fail (block != NULL, NULL);

  self = g_object_new (ONSITE_TYPE_GUIDE_BLOCK_VIEW, NULL);
  box = make_column (12);
  if (block->title != NULL)
    append (box, onsite_guide_label_new_heading (block->title, "title-3", 2));
  append (box, make_body (self, block));
  adw_bin_set_child (ADW_BIN (self), box);
  tell (self, block, section);

  return GTK_WIDGET (self);
}

GtkWidget *
onsite_guide_block_view_get_item (OnsiteGuideBlockView *self, guint item)
{
  g_return_val_if_fail (ONSITE_IS_GUIDE_BLOCK_VIEW (self), NULL);

  if (self->table != NULL)
    return onsite_table_view_get_row (self->table, item);
  if (item < self->items->len)
    return g_ptr_array_index (self->items, item);

  return GTK_WIDGET (self);
}
