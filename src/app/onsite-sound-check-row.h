/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-sound-choice.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SOUND_CHECK_ROW (onsite_sound_check_row_get_type ())

/**
 * OnsiteSoundCheckRow:
 *
 * Listens for three seconds to somebody who speaks, says in words and figures how
 * they are heard, and plays it back to them. Nothing of it is kept but how loud the
 * room is.
 */
G_DECLARE_FINAL_TYPE (OnsiteSoundCheckRow,
                      onsite_sound_check_row,
                      ONSITE,
                      SOUND_CHECK_ROW,
                      AdwActionRow)

/**
 * onsite_sound_check_row_connect:
 * @self: a row
 * @choice: what is chosen, and what there is; held
 *
 * Says what to listen to. To be called once.
 */
void onsite_sound_check_row_connect (OnsiteSoundCheckRow *self, OnsiteSoundChoice *choice);

G_END_DECLS
