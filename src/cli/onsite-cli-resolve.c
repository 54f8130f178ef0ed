/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-resolve.h"

#include <glib/gi18n-lib.h>

#include "library/onsite-library-find.h"
#include "onsite-cli-context.h"

static const OnsiteMatch *
get_only_match (GPtrArray *matches, const char *prefix, const char *unknown, GError **error)
{
  if (matches->len == 1)
    return g_ptr_array_index (matches, 0);

  if (matches->len == 0)
    g_set_error_literal (error, ONSITE_CLI_ERROR, ONSITE_CLI_ERROR_FAILED, unknown);
  else
    g_set_error (error,
                 ONSITE_CLI_ERROR,
                 ONSITE_CLI_ERROR_FAILED,
                 C_ ("error", "Several ids begin with “%s”. Type more of the one that is meant."),
                 prefix);

  return NULL;
}

char *
onsite_cli_resolve_loop (OnsiteLibrary *library, const char *prefix, GError **error)
{
  g_autoptr (GPtrArray) matches = onsite_library_find_loops (library, prefix, error);
  g_autofree char *unknown = g_strdup_printf (
      C_ ("error", "There is no loop “%s”. “onsite list” lists them."),
      prefix);
  const OnsiteMatch *match = matches ? get_only_match (matches, prefix, unknown, error) : NULL;

  return match ? g_strdup (match->loop) : NULL;
}

char *
onsite_cli_resolve_answer (OnsiteLibrary *library,
                           const char *prefix,
                           char **answer,
                           GError **error)
{
  g_autoptr (GPtrArray) matches = onsite_library_find_answers (library, prefix, error);
  g_autofree char *unknown = g_strdup_printf (
      C_ ("error", "There is no answer “%s”. “onsite show” lists those of a loop."),
      prefix);
  const OnsiteMatch *match = matches ? get_only_match (matches, prefix, unknown, error) : NULL;

  if (!match)
    return NULL;

  *answer = g_strdup (match->part);

  return g_strdup (match->loop);
}

char *
onsite_cli_resolve_review (OnsiteLibrary *library,
                           const char *prefix,
                           char **review,
                           GError **error)
{
  g_autoptr (GPtrArray) matches = onsite_library_find_reviews (library, prefix, error);
  g_autofree char *unknown = g_strdup_printf (
      C_ ("error", "There is no review “%s”. “onsite reviews LOOP” lists those of a loop."),
      prefix);
  const OnsiteMatch *match = matches ? get_only_match (matches, prefix, unknown, error) : NULL;

  if (!match)
    return NULL;

  *review = g_strdup (match->part);

  return g_strdup (match->loop);
}
