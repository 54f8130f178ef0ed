/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-application.h"
#include "app/onsite-outage-view.h"
#include "pack/onsite-builtin-packs.h"
#include "pack/onsite-pack.h"

/* Whether a label with the text is there to be seen. */
static gboolean
tells (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tells (child, text))
      return TRUE;

  return FALSE;
}

static void
an_outage_tells_its_cause_only_when_it_may (void)
{
  g_autoptr (GFile) file = onsite_builtin_packs_get_default ();
  g_autoptr (OnsitePack) pack = onsite_pack_load (file, NULL, NULL);
  const OnsiteOutage *outage = g_ptr_array_index (onsite_pack_get_outages (pack), 0);
  g_autoptr (GtkWidget) view = g_object_ref_sink (onsite_outage_view_new (outage));

  g_assert_true (tells (view, outage->title));
  g_assert_true (tells (view, outage->source));
  for (guint i = 0; outage->what_happened[i] != NULL; i++)
    g_assert_true (tells (view, outage->what_happened[i]));
  g_assert_false (tells (view, outage->root_cause));
  g_assert_false (tells (view, outage->blast_radius));
  g_assert_false (tells (view, outage->control));

  onsite_outage_view_reveal (ONSITE_OUTAGE_VIEW (view));
  g_assert_true (tells (view, outage->root_cause));
  g_assert_true (tells (view, outage->blast_radius));
  g_assert_true (tells (view, outage->control));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  onsite_application_register_resources ();

  g_test_add_func ("/outage-view/an-outage-tells-its-cause-only-when-it-may",
                   an_outage_tells_its_cause_only_when_it_may);

  return g_test_run ();
}
