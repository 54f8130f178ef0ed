/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-sample-offer.h"

#include "rehearsal/onsite-sample-maker.h"

struct _OnsiteSampleOffer
{
  AdwBin parent_instance;

  OnsiteContext *context;
  GCancellable *making; /* (nullable) */

  GtkWidget *make;
  GtkProgressBar *progress;
  GtkWidget *cancel;
};

enum
{
  PROP_0,
  PROP_MAKING,
  N_PROPS
};

enum
{
  MADE,
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteSampleOffer, onsite_sample_offer, ADW_TYPE_BIN)

static void
set_making (OnsiteSampleOffer *self, GCancellable *making)
{
  g_set_object (&self->making, making);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAKING]);
}

static void
step_cb (double fraction, gpointer user_data)
{
  OnsiteSampleOffer *self = ONSITE_SAMPLE_OFFER (user_data);

  if (self->context != NULL)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

/* A button that goes while it has the focus leaves nobody in its place. */
static void
hand_focus_on (GtkWidget *from, GtkWidget *to)
{
  GtkRoot *root = gtk_widget_get_root (to);

  if (root != NULL && (gtk_root_get_focus (root) == NULL || gtk_root_get_focus (root) == from))
    gtk_widget_grab_focus (to);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteSampleOffer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *loop = onsite_sample_make_finish (ONSITE_LIBRARY (source), result, &error);

  if (self->context == NULL)
    return;

  set_making (self, NULL);
  if (loop != NULL)
    g_signal_emit (self, signals[MADE], 0, loop);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
  hand_focus_on (self->cancel, self->make);
}

static void
make_cb (OnsiteSampleOffer *self)
{
  g_autoptr (GCancellable) making = g_cancellable_new ();

  gtk_progress_bar_set_fraction (self->progress, 0);
  set_making (self, making);
  hand_focus_on (self->make, self->cancel);
  onsite_sample_make_async (onsite_context_get_library (self->context),
                            onsite_context_get_pack (self->context),
                            step_cb,
                            self,
                            making,
                            made_cb,
                            g_object_ref (self));
}

static void
cancel_cb (OnsiteSampleOffer *self)
{
  g_cancellable_cancel (self->making);
}

static void
onsite_sample_offer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteSampleOffer *self = ONSITE_SAMPLE_OFFER (object);

  switch (id)
    {
    case PROP_MAKING:
      g_value_set_boolean (value, self->making != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_sample_offer_dispose (GObject *object)
{
  OnsiteSampleOffer *self = ONSITE_SAMPLE_OFFER (object);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (onsite_sample_offer_parent_class)->dispose (object);
}

static void
onsite_sample_offer_class_init (OnsiteSampleOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onsite_sample_offer_get_property;
  object_class->dispose = onsite_sample_offer_dispose;

  props[PROP_MAKING] = g_param_spec_boolean ("making",
                                             NULL,
                                             NULL,
                                             FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                 G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[MADE] = g_signal_new ("made",
                                ONSITE_TYPE_SAMPLE_OFFER,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed",
                                  ONSITE_TYPE_SAMPLE_OFFER,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/onsite/Onsite/onsite-sample-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, OnsiteSampleOffer, make);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSampleOffer, progress);
  gtk_widget_class_bind_template_child (widget_class, OnsiteSampleOffer, cancel);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
onsite_sample_offer_init (OnsiteSampleOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
onsite_sample_offer_set_context (OnsiteSampleOffer *self, OnsiteContext *context)
{
  g_return_if_fail (ONSITE_IS_SAMPLE_OFFER (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
}
