/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-share-manifest.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"

struct _OnsiteShareManifest
{
  AdwBin parent_instance;

  OnsiteShareDraft *draft;

  GtkBox *leaves;
  GtkBox *stays;
  GtkLabel *size;
};

G_DEFINE_FINAL_TYPE (OnsiteShareManifest, onsite_share_manifest, ADW_TYPE_BIN)

static void
fill (GtkBox *box, const char *const *sentences)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);

  for (; sentences != NULL && *sentences != NULL; sentences++)
    {
      GtkWidget *label = gtk_label_new (*sentences);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (box, label);
    }
}

/* "About 70 MB. Mail often takes no more than 20 MB." */
static char *
describe_size (gint64 n_bytes)
{
  g_autofree char *size = onsite_format_size (n_bytes);
  g_autofree char *about = g_strdup_printf (C_ ("export", "About %s."), size);
  const char
      *mail = n_bytes <= ONSITE_HANDOVER_MAIL_BYTES
                  ? C_ ("share", "Mail usually takes up to 20\u00a0MB.")
                  : C_ ("share",
                        "Mail usually takes no more than 20\u00a0MB: choose fewer answers, or "
                        "hand it over in another way.");

  return onsite_format_sentences ((const char *const[]){ about, mail, NULL });
}

static void
update (OnsiteShareManifest *self)
{
  const OnsiteSharePreview *preview = onsite_share_draft_get_preview (self->draft);
  const GError *error = onsite_share_draft_get_error (self->draft);
  g_autofree char *size = preview != NULL ? describe_size (preview->n_bytes) : NULL;

  /* Until the first one is there. */
  if (preview == NULL && error == NULL)
    return;

  fill (self->leaves, preview != NULL ? (const char *const *) preview->leaves : NULL);
  fill (self->stays, preview != NULL ? (const char *const *) preview->stays : NULL);
  gtk_label_set_text (self->size, size != NULL ? size : error->message);
}

static void
onsite_share_manifest_dispose (GObject *object)
{
  g_clear_object (&ONSITE_SHARE_MANIFEST (object)->draft);

  G_OBJECT_CLASS (onsite_share_manifest_parent_class)->dispose (object);
}

static void
onsite_share_manifest_class_init (OnsiteShareManifestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_share_manifest_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-share-manifest.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteShareManifest, leaves);
  gtk_widget_class_bind_template_child (widget_class, OnsiteShareManifest, stays);
  gtk_widget_class_bind_template_child (widget_class, OnsiteShareManifest, size);
}

static void
onsite_share_manifest_init (OnsiteShareManifest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
onsite_share_manifest_set_draft (OnsiteShareManifest *self, OnsiteShareDraft *draft)
{
  g_return_if_fail (ONSITE_IS_SHARE_MANIFEST (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "notify::preview", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
