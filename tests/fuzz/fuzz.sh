#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fuzz.sh TARGET DICTIONARY SEED…: lets libFuzzer search for a while. What it
# finds stays in the folder that it names.

set -eu
target=$1
dictionary=$2
shift 2

seconds=20
if [ -n "${ONSITE_TEST_FULL-}" ]; then
  seconds=600
fi
folder=$(mktemp -d)
mkdir "$folder/corpus" "$folder/found"
cp "$@" "$folder/corpus"
"$target" -max_total_time="$seconds" \
  -dict="$dictionary" -rss_limit_mb=2048 -timeout=10 -max_len=32768 -print_final_stats=1 \
  -artifact_prefix="$folder/found/" "$folder/corpus"
rm -r "$folder"
