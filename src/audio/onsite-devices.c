/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-devices.h"

#include <pulse/introspect.h>
#include <pulse/proplist.h>

#include "onsite-sound-server.h"

/* What PulseAudio and PipeWire keep where there is no loudspeaker, so that
 * programs go on; nobody hears it. */
#define NO_LOUDSPEAKER "auto_null"

/* What is kept here of what was heard while the program is kept waiting. The element's own
 * 200 ms are lost on a machine that stands still for longer, say while it swaps. */
#define PATIENCE_US (5 * G_TIME_SPAN_SECOND)

struct _OnsiteDevices
{
  GObject parent_instance;

  gboolean with_monitors;
  GListStore *microphones;
  GListStore *loudspeakers;
  OnsiteSoundServer *server;
  gboolean searching;
  gboolean reached;

  /* Of a reading that is under way. */
  gboolean reading;
  gboolean outdated; /* something has changed since it began */
  char *default_source;
  char *default_sink;
  GPtrArray *sources;
  GPtrArray *sinks;
};

enum
{
  PROP_SEARCHING = 1,
  PROP_REACHED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteDevices, onsite_devices, G_TYPE_OBJECT)

static void
set_state (OnsiteDevices *self, gboolean searching, gboolean reached)
{
  const gboolean was_searching = self->searching;
  const gboolean was_reached = self->reached;

  self->searching = searching;
  self->reached = reached;

  if (was_searching != searching)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
  if (was_reached != reached)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REACHED]);
}

static gboolean
is_same (GListModel *list, GPtrArray *devices)
{
  if (g_list_model_get_n_items (list) != devices->len)
    return FALSE;

  for (guint i = 0; i < devices->len; i++)
    {
      g_autoptr (OnsiteDevice) device = g_list_model_get_item (list, i);

      if (!onsite_device_equal (device, g_ptr_array_index (devices, i)))
        return FALSE;
    }

  return TRUE;
}

/* Volumes change all the time, and nobody who has a list open wants it rebuilt for that. */
static void
show (GListStore *list, GPtrArray *devices)
{
  if (!is_same (G_LIST_MODEL (list), devices))
    g_list_store_splice (list,
                         0,
                         g_list_model_get_n_items (G_LIST_MODEL (list)),
                         devices->pdata,
                         devices->len);
}

/* What a server says of a piece of hardware. A serial number and a radio's address
 * go with it into another socket; where it has neither, the socket tells. */
static const char *
find_hardware (const pa_proplist *details)
{
  static const char *const keys[] = { "device.serial",
                                      "api.bluez5.address",
                                      "device.bus_path",
                                      NULL };

  for (guint i = 0; keys[i] != NULL; i++)
    if (pa_proplist_gets (details, keys[i]) != NULL)
      return pa_proplist_gets (details, keys[i]);

  return NULL;
}

static void
collect (GPtrArray *devices, OnsiteDevice *device)
{
  g_ptr_array_insert (devices, onsite_device_is (device, ONSITE_DEVICE_DEFAULT) ? 0 : -1, device);
}

/* Reading: the server's own choices first, then each list; answers come in the order of questions.
 */

static void read_anew (OnsiteDevices *self);

static void
finish_reading (OnsiteDevices *self)
{
  self->reading = FALSE;
  show (self->microphones, self->sources);
  show (self->loudspeakers, self->sinks);
  set_state (self, FALSE, TRUE);

  if (self->outdated)
    read_anew (self);
}

static void
on_server (pa_context *context, const pa_server_info *info, gpointer user_data)
{
  OnsiteDevices *self = user_data;

  if (info == NULL)
    return;

  g_free (self->default_source);
  g_free (self->default_sink);
  self->default_source = g_strdup (info->default_source_name);
  self->default_sink = g_strdup (info->default_sink_name);
}

static OnsiteDeviceFlags
get_flags (const char *id, const char *default_id, int muted)
{
  return (g_strcmp0 (id, default_id) == 0 ? ONSITE_DEVICE_DEFAULT : 0) |
         (muted ? ONSITE_DEVICE_MUTED : 0);
}

/* What listens in on a loudspeaker is of its hardware, and not the microphone that is in it. */
static void
on_source (pa_context *context, const pa_source_info *info, int eol, gpointer user_data)
{
  OnsiteDevices *self = user_data;
  OnsiteDeviceFlags flags;

  if (eol != 0)
    return;

  flags = get_flags (info->name, self->default_source, info->mute);

  if (info->monitor_of_sink == PA_INVALID_INDEX)
    collect (
        self->sources,
        onsite_device_new (info->name, info->description, find_hardware (info->proplist), flags));
  else if (self->with_monitors)
    collect (
        self->sources,
        onsite_device_new (info->name, info->description, NULL, flags | ONSITE_DEVICE_MONITOR));
}

static void
on_sink (pa_context *context, const pa_sink_info *info, int eol, gpointer user_data)
{
  OnsiteDevices *self = user_data;

  if (eol != 0)
    finish_reading (self);
  else if (!g_str_equal (info->name, NO_LOUDSPEAKER))
    collect (self->sinks,
             onsite_device_new (info->name,
                                info->description,
                                find_hardware (info->proplist),
                                get_flags (info->name, self->default_sink, info->mute)));
}

/* A question that can't be put is of a server that is going, which will be told. */
static void
ask (pa_operation *operation)
{
  if (operation != NULL)
    pa_operation_unref (operation);
}

static void
read_anew (OnsiteDevices *self)
{
  pa_context *context = onsite_sound_server_get_context (self->server);

  self->outdated = self->reading;

  if (self->reading)
    return;

  self->reading = TRUE;
  g_ptr_array_set_size (self->sources, 0);
  g_ptr_array_set_size (self->sinks, 0);
  ask (pa_context_get_server_info (context, on_server, self));
  ask (pa_context_get_source_info_list (context, on_source, self));
  ask (pa_context_get_sink_info_list (context, on_sink, self));
}

static void
on_changed (gpointer user_data)
{
  read_anew (user_data);
}

static void
on_lost (gpointer user_data)
{
  OnsiteDevices *self = user_data;

  self->reading = FALSE;
  self->outdated = FALSE;
  g_list_store_remove_all (self->microphones);
  g_list_store_remove_all (self->loudspeakers);
  set_state (self, FALSE, FALSE);
}

static void
onsite_devices_dispose (GObject *object)
{
  OnsiteDevices *self = ONSITE_DEVICES (object);

  g_clear_pointer (&self->server, onsite_sound_server_free);
  g_clear_object (&self->microphones);
  g_clear_object (&self->loudspeakers);

  G_OBJECT_CLASS (onsite_devices_parent_class)->dispose (object);
}

static void
onsite_devices_finalize (GObject *object)
{
  OnsiteDevices *self = ONSITE_DEVICES (object);

  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->sinks);
  g_free (self->default_source);
  g_free (self->default_sink);

  G_OBJECT_CLASS (onsite_devices_parent_class)->finalize (object);
}

static void
onsite_devices_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteDevices *self = ONSITE_DEVICES (object);

  switch (id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, self->searching);
      break;

    case PROP_REACHED:
      g_value_set_boolean (value, self->reached);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_devices_class_init (OnsiteDevicesClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_devices_dispose;
  object_class->finalize = onsite_devices_finalize;
  object_class->get_property = onsite_devices_get_property;

  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, TRUE, flags);
  properties[PROP_REACHED] = g_param_spec_boolean ("reached", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
onsite_devices_init (OnsiteDevices *self)
{
  self->searching = TRUE;
  self->microphones = g_list_store_new (ONSITE_TYPE_DEVICE);
  self->loudspeakers = g_list_store_new (ONSITE_TYPE_DEVICE);
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->sinks = g_ptr_array_new_with_free_func (g_object_unref);
}

OnsiteDevices *
onsite_devices_new (gboolean with_monitors)
{
  static const OnsiteSoundServerFuncs funcs = { on_changed, on_changed, on_lost };
  OnsiteDevices *self = g_object_new (ONSITE_TYPE_DEVICES, NULL);

  self->with_monitors = with_monitors;
  self->server = onsite_sound_server_new (&funcs, self);
  return self;
}

void
onsite_devices_refresh (OnsiteDevices *self)
{
  g_return_if_fail (ONSITE_IS_DEVICES (self));

  self->reading = FALSE;
  set_state (self, TRUE, self->reached);
  onsite_sound_server_connect (self->server);
}

void
onsite_devices_set_with_monitors (OnsiteDevices *self, gboolean with_monitors)
{
  g_return_if_fail (ONSITE_IS_DEVICES (self));

  if (self->with_monitors == with_monitors)
    return;

  self->with_monitors = with_monitors;

  if (self->reached)
    read_anew (self);
}

GListModel *
onsite_devices_get_microphones (OnsiteDevices *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICES (self), NULL);

  return G_LIST_MODEL (self->microphones);
}

GListModel *
onsite_devices_get_loudspeakers (OnsiteDevices *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICES (self), NULL);

  return G_LIST_MODEL (self->loudspeakers);
}

gboolean
onsite_devices_get_searching (OnsiteDevices *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICES (self), FALSE);

  return self->searching;
}

gboolean
onsite_devices_get_reached (OnsiteDevices *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICES (self), FALSE);

  return self->reached;
}

static GstElement *
make (const char *factory, const char *id)
{
  GstElement *element = gst_element_factory_make (factory, NULL);

  if (element == NULL)
    return NULL;

  g_object_set (element, "client-name", "Onsite", NULL);

  if (id != NULL && *id != '\0')
    g_object_set (element, "device", id, NULL);

  return element;
}

GstElement *
onsite_devices_make_source (const char *id)
{
  GstElement *source = make ("pulsesrc", id);

  if (source != NULL)
    g_object_set (source, "buffer-time", PATIENCE_US, NULL);

  return source;
}

GstElement *
onsite_devices_make_sink (const char *id)
{
  return make ("pulsesink", id);
}

char *
onsite_devices_get_named (GstElement *element)
{
  g_autofree char *device = NULL;

  if (element != NULL &&
      g_object_class_find_property (G_OBJECT_GET_CLASS (element), "device") != NULL)
    g_object_get (element, "device", &device, NULL);

  return g_steal_pointer (&device);
}

void
onsite_devices_take_any (GstElement *element)
{
  g_object_set (element, "device", NULL, NULL);
}

gboolean
onsite_devices_is_monitor (const char *id)
{
  return g_str_has_suffix (id, ".monitor");
}
