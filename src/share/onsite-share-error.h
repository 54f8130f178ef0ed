/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteShareError:
 * @ONSITE_SHARE_ERROR_SELECTION: what was chosen isn't in the loop, or makes no sense
 * @ONSITE_SHARE_ERROR_EMPTY: nothing is left that could be handed on
 * @ONSITE_SHARE_ERROR_DOCUMENT: a document that was kept or sent can't be read
 * @ONSITE_SHARE_ERROR_FAILED: it can't be made; the message says why
 *
 * Why something can't be handed on.
 */
typedef enum
{
  ONSITE_SHARE_ERROR_SELECTION,
  ONSITE_SHARE_ERROR_EMPTY,
  ONSITE_SHARE_ERROR_DOCUMENT,
  ONSITE_SHARE_ERROR_FAILED,
} OnsiteShareError;

#define ONSITE_SHARE_ERROR (onsite_share_error_quark ())

/**
 * onsite_share_error_quark:
 *
 * Returns: the domain of #OnsiteShareError
 */
GQuark onsite_share_error_quark (void);

G_END_DECLS
