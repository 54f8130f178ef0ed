/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteOmission:
 * @from_ms: where it begins in a clip
 * @to_ms: where it ends; not in it any more
 * @leap: whether what follows comes at once, in place of a silence as long as it is
 *
 * A span of a clip that is not heard as the clip is played.
 */
typedef struct
{
  gint64 from_ms;
  gint64 to_ms;
  gboolean leap;
} OnsiteOmission;

/**
 * onsite_omission_silence:
 * @omissions: (nullable) (element-type OnsiteOmission): what is not heard
 * @samples: (inout) (array length=n_samples): sound of the clip; what of it is omitted
 *   is made silent
 * @n_samples: how many, at 48 kHz
 * @at_samples: where in the clip the first of them is
 */
void onsite_omission_silence (const GArray *omissions,
                              gint16 *samples,
                              gsize n_samples,
                              gint64 at_samples);

/**
 * onsite_omission_find_leap:
 * @omissions: (nullable) (element-type OnsiteOmission): what is not heard
 * @position_ms: a place in the clip
 * @duration_ms: how long the clip is
 *
 * Returns: where to go on from there, at most the clip's end; -1 to stay
 */
gint64 onsite_omission_find_leap (const GArray *omissions, gint64 position_ms, gint64 duration_ms);

G_END_DECLS
