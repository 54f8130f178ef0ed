/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * onsite_fake_pipewire_start:
 * @folder: their runtime folder, and the home of all that they keep
 * @daemons: (element-type GSubprocess): where they are put, in the order of their start
 *
 * Starts PipeWire, WirePlumber and PipeWire's PulseAudio server, as a desktop does, but
 * with neither hardware nor a bus, and waits until they can be talked to. Each dies with
 * this process.
 *
 * Returns: (transfer full): the path of the PulseAudio server's socket
 */
char *onsite_fake_pipewire_start (const char *folder, GPtrArray *daemons);

/**
 * onsite_fake_pipewire_is_asked_for:
 *
 * Returns: whether this run of the tests is one against PipeWire, by ONSITE_TEST_PIPEWIRE
 */
gboolean onsite_fake_pipewire_is_asked_for (void);

G_END_DECLS
