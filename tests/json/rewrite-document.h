/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json/onsite-json-document.h"

char *rewrite_document (OnsiteJsonDocument *document, gboolean pretty);
