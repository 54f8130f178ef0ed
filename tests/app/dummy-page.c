/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dummy-page.h"

struct _DummyPage
{
  AdwBin parent_instance;

  gboolean asks;
  char *title;
  guint *n_left;
};

enum
{
  PROP_0,
  PROP_TITLE
};

static const OnsiteFarewell *
get_farewell (OnsitePage *page)
{
  static const OnsiteFarewell farewell = { "Leave?", "It is kept.", "Leave" };

  return DUMMY_PAGE (page)->asks ? &farewell : NULL;
}

static void
leave (OnsitePage *page)
{
  (*DUMMY_PAGE (page)->n_left)++;
}

static void
page_iface_init (OnsitePageInterface *iface)
{
  iface->get_farewell = get_farewell;
  iface->leave = leave;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DummyPage,
                               dummy_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ONSITE_TYPE_PAGE, page_iface_init))

static void
dummy_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, DUMMY_PAGE (object)->title);
}

static void
dummy_page_finalize (GObject *object)
{
  g_free (DUMMY_PAGE (object)->title);

  G_OBJECT_CLASS (dummy_page_parent_class)->finalize (object);
}

static void
dummy_page_class_init (DummyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dummy_page_get_property;
  object_class->finalize = dummy_page_finalize;
  g_object_class_override_property (object_class, PROP_TITLE, "title");
}

static void
dummy_page_init (DummyPage *self)
{
  self->title = g_strdup ("A page");
}

DummyPage *
dummy_page_new (guint *n_left)
{
  DummyPage *self = g_object_new (DUMMY_TYPE_PAGE, NULL);

  self->n_left = n_left;

  return self;
}

void
dummy_page_set_asks (DummyPage *self, gboolean asks)
{
  self->asks = asks;
  g_object_notify (G_OBJECT (self), "title");
}

void
dummy_page_set_title (DummyPage *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify (G_OBJECT (self), "title");
}
