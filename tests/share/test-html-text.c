/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "share/onsite-html-text.h"

static void
assert_text (const char *text, const char *expected)
{
  g_autoptr (GString) html = g_string_new (NULL);

  onsite_html_text_append (html, text);
  g_assert_cmpstr (html->str, ==, expected);
}

static void
assert_data (const char *json, const char *expected)
{
  g_autoptr (GString) html = g_string_new (NULL);

  onsite_html_text_append_data (html, json);
  g_assert_cmpstr (html->str, ==, expected);
}

/* What means something to HTML, in an element or between quotes, means it no more. */
static void
test_markup (void)
{
  assert_text ("a & b", "a &amp; b");
  assert_text ("</script>", "&lt;/script&gt;");
  assert_text ("\" onload='x'", "&quot; onload=&#39;x&#39;");
  assert_text ("&lt;", "&amp;lt;");
  assert_text ("", "");
}

/* Controls are no characters of HTML, but for the tab and the line break. */
static void
test_controls (void)
{
  assert_text ("a\tb\nc", "a\tb\nc");
  assert_text ("\x01\x1b\x7f", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  assert_text ("\xc2\x9b", "\xef\xbf\xbd");
  assert_text ("日本 \xe2\x80\xae", "日本 \xe2\x80\xae");
}

/* A long text ends in an ellipsis, by characters and not by bytes. */
static void
test_short (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) cut = g_string_new (NULL);

  for (guint i = 0; i < 4000; i++)
    g_string_append (text, "ü");
  onsite_html_text_append_short (whole, text->str);
  g_assert_cmpstr (whole->str, ==, text->str);

  g_string_append (text, "ü");
  onsite_html_text_append_short (cut, text->str);
  g_assert_cmpuint (cut->len, ==, 2 * 4000 + strlen ("…"));
  g_assert_true (g_str_has_suffix (cut->str, "ü…"));
}

/* Nothing in JSON ends the script element that it is in, and it is the same JSON. */
static void
test_data (void)
{
  assert_data ("{\"a\":\"</script><!--\"}", "{\"a\":\"\\u003c/script>\\u003c!--\"}");
  assert_data ("\"\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa\"", "\"\\u2028\\u2029\xe2\x80\xaa\"");
  assert_data ("<<a\xe2<\xe2\x80\xa8<", "\\u003c\\u003ca\xe2\\u003c\\u2028\\u003c");
  assert_data ("", "");
  assert_data ("日本\xe2", "日本\xe2");
  assert_data ("\"\\\\ & \xe2\x80\"", "\"\\\\ & \xe2\x80\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-text/markup", test_markup);
  g_test_add_func ("/html-text/controls", test_controls);
  g_test_add_func ("/html-text/short", test_short);
  g_test_add_func ("/html-text/data", test_data);

  return g_test_run ();
}
