/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-library-error.h"

G_DEFINE_QUARK (onsite - library - error - quark, onsite_library_error)
