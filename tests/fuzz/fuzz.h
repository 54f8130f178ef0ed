/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * What libFuzzer calls with one text after another. A target aborts where a
 * promise is broken, and returns 0 otherwise.
 */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
