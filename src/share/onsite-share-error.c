/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-error.h"

G_DEFINE_QUARK (onsite_share_error, onsite_share_error)
