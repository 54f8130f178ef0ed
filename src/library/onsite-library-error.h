/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteLibraryError:
 * @ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY: the file is something else; it was not touched
 * @ONSITE_LIBRARY_ERROR_TOO_NEW: a newer Onsite made it: it can be read, not written
 * @ONSITE_LIBRARY_ERROR_READ_ONLY: it lies where nothing can be written, or
 *   was opened to read
 * @ONSITE_LIBRARY_ERROR_LOCKED: another process writes it
 * @ONSITE_LIBRARY_ERROR_DAMAGED: the file is malformed
 * @ONSITE_LIBRARY_ERROR_FULL: no space is left
 * @ONSITE_LIBRARY_ERROR_NOT_FOUND: there is no such file, loop, clip, …
 * @ONSITE_LIBRARY_ERROR_REFUSED: what was to be written contradicts what is there
 * @ONSITE_LIBRARY_ERROR_FAILED: anything else
 *
 * What can go wrong with a library. Each message is a whole sentence for a
 * person, that says what failed, on what, and what can be done.
 */
typedef enum
{
  ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY,
  ONSITE_LIBRARY_ERROR_TOO_NEW,
  ONSITE_LIBRARY_ERROR_READ_ONLY,
  ONSITE_LIBRARY_ERROR_LOCKED,
  ONSITE_LIBRARY_ERROR_DAMAGED,
  ONSITE_LIBRARY_ERROR_FULL,
  ONSITE_LIBRARY_ERROR_NOT_FOUND,
  ONSITE_LIBRARY_ERROR_REFUSED,
  ONSITE_LIBRARY_ERROR_FAILED,
} OnsiteLibraryError;

#define ONSITE_LIBRARY_ERROR (onsite_library_error_quark ())

/**
 * onsite_library_error_quark:
 *
 * Returns: the domain of #OnsiteLibraryError
 */
GQuark onsite_library_error_quark (void);

G_END_DECLS
