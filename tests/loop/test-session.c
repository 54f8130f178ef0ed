/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scripts.h"

#define BEGUN  "round-started, open-microphone, greet, ask 0.0"
#define CLOSED "say-closing, close-microphone, round-ended"

typedef struct
{
  const char *path;
  Script script;
} Scene;

static const Scene scenes[] = {
  /* The way through */
  { "/session/a-follow-up-comes-five-seconds-after-done",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3 900/3",
      "begin-round; +8s spoken; +90s done; +4999ms; +1ms",
      BEGUN " | begin-clip 0.0 | end-clip | | seal-clip, ask 0.1" } },
  { "/session/who-does-not-wait-gets-the-follow-up-at-once",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3 900/3",
      "begin-round; +8s spoken; +90s done; +1s next; +4s spoken",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 0.1 | begin-clip 0.1" } },
  { "/session/keep-talking-goes-on-in-the-same-clip",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3 900/3",
      "begin-round; +8s spoken; +90s done; +3s keep-talking; +60s; +1s done; +5s",
      BEGUN " | begin-clip 0.0 | end-clip | reopen-clip | | end-clip | seal-clip, ask 0.1" } },
  { "/session/the-ladder-ends-and-the-next-question-comes",
    { ONSITE_MODE_ONSITE,
      "3600: 900/1 900/3",
      "begin-round; spoken; +9s done; next; spoken; +9s done; next; spoken",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 0.1 | begin-clip 0.1 | end-clip | "
            "seal-clip, ask 1.0 | begin-clip 1.0" } },
  { "/session/a-question-that-has-used-its-share-gets-no-follow-up",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3 900/3",
      "begin-round; spoken; +1741s done; next; spoken",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 1.0 | begin-clip 1.0" } },
  { "/session/a-minute-of-its-share-is-worth-a-follow-up",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3 900/3",
      "begin-round; spoken; +1740s done; next",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 0.1" } },
  { "/session/shares-are-in-proportion-to-the-suggested-time",
    { ONSITE_MODE_ONSITE,
      "3600: 600/3 1200/3",
      "begin-round; spoken; +1141s done; next",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 1.0" } },
  { "/session/the-last-question-may-use-all-that-remains",
    { ONSITE_MODE_ONSITE,
      "3600: 600/0 600/3",
      "begin-round; spoken; +60s done; next; spoken; +2000s done; next; spoken; +1000s done; next",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 1.0 | begin-clip 1.0 | end-clip | "
            "seal-clip, ask 1.1 | begin-clip 1.1 | end-clip | seal-clip, ask 1.2" } },
  { "/session/a-round-whose-questions-are-answered-ends-not-early",
    { ONSITE_MODE_ONSITE,
      "3600: 900/0",
      "begin-round; spoken; +60s done; +5s",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, " CLOSED } },
  { "/session/a-whole-loop-ends-with-the-debrief",
    { ONSITE_MODE_ONSITE,
      "600: 300/0; 600: 300/0",
      "begin-round; spoken; done; next; finish; +60s begin-round; spoken; done; next; begin-round; "
      "finish; begin-round",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, " CLOSED " | | " BEGUN
            " | begin-clip 0.0 | end-clip | seal-clip, " CLOSED " | | loop-finished |" } },

  /* Curveballs */
  { "/session/a-curveball-comes-in-the-middle-of-the-main-answer",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!90 900/3",
      "begin-round; spoken; +89999ms; +1ms; +6s spoken; +60s done; next; spoken",
      BEGUN " | begin-clip 0.0 | | ask 0.0! | end-clip, seal-clip, begin-clip 0.0! | end-clip | "
            "seal-clip, ask 0.1 | begin-clip 0.1 as 0.2" } },
  { "/session/a-main-answer-that-ends-before-has-no-curveball",
    { ONSITE_MODE_ONSITE,
      "3600: 900/1!90 900/3",
      "begin-round; spoken; +89s done; +5s; spoken; +90s done; next; spoken; +90s",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 0.1 | begin-clip 0.1 | end-clip | "
            "seal-clip, ask 1.0 | begin-clip 1.0 |" } },
  { "/session/an-answer-that-is-done-and-goes-on-is-broken-into-at-once",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!90",
      "begin-round; spoken; +88s done; +3s keep-talking; spoken",
      BEGUN " | begin-clip 0.0 | end-clip | reopen-clip, ask 0.0! | end-clip, seal-clip, "
            "begin-clip 0.0!" } },
  { "/session/done-before-the-curveball-is-said-ends-the-main-answer",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!90",
      "begin-round; spoken; +90s; +1s done; +2s done; keep-talking; +1s spoken; +9s done; next",
      BEGUN " | begin-clip 0.0 | ask 0.0! | end-clip, seal-clip | | | begin-clip 0.0! | end-clip | "
            "seal-clip, ask 0.1" } },
  { "/session/keep-talking-after-a-curveball-goes-on-with-the-answer-to-it",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!90",
      "begin-round; spoken; +90s; spoken; +9s done; +4s keep-talking; +9s done; +5s",
      BEGUN " | begin-clip 0.0 | ask 0.0! | end-clip, seal-clip, begin-clip 0.0! | end-clip | "
            "reopen-clip | end-clip | seal-clip, ask 0.1" } },
  { "/session/no-curveball-without-the-time-for-a-follow-up",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!1741 900/3",
      "begin-round; spoken; +1741s; +60s done; next",
      BEGUN " | begin-clip 0.0 | | end-clip | seal-clip, ask 1.0" } },
  { "/session/a-minute-of-its-share-is-worth-a-curveball",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!1740 900/3",
      "begin-round; spoken; +1740s",
      BEGUN " | begin-clip 0.0 | ask 0.0!" } },
  { "/session/a-curveball-is-not-said-beyond-the-end-of-the-round",
    { ONSITE_MODE_ONSITE,
      "60: 50/3!50",
      "begin-round; spoken; +50s; +9s; +1s",
      BEGUN " | begin-clip 0.0 | ask 0.0! | | hush, end-clip, seal-clip, " CLOSED } },
  { "/session/a-round-can-be-ended-while-a-curveball-is-said",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!90",
      "begin-round; spoken; +90s; end-round; +9s spoken",
      BEGUN " | begin-clip 0.0 | ask 0.0! | hush, end-clip, seal-clip, " CLOSED " early |" } },
  { "/session/a-pause-while-a-curveball-is-said-says-it-again",
    { ONSITE_MODE_PRACTICE,
      "3600: 900/3!90",
      "begin-round; spoken; +90s; pause; +3600s spoken; go-on; spoken",
      BEGUN " | begin-clip 0.0 | ask 0.0! | hush, end-clip, seal-clip | | ask 0.0! | "
            "begin-clip 0.0!" } },
  { "/session/time-that-is-paused-brings-no-curveball-nearer",
    { ONSITE_MODE_PRACTICE,
      "3600: 900/3!90",
      "begin-round; spoken; +60s pause; +3600s go-on; +29s; +1s",
      BEGUN " | begin-clip 0.0 | pause-clip | resume-clip | | ask 0.0!" } },
  { "/session/a-retake-while-a-curveball-is-said-brings-it-again",
    { ONSITE_MODE_PRACTICE,
      "3600: 900/3!90",
      "begin-round; spoken; +90s; retake; spoken; +90s; spoken",
      BEGUN " | begin-clip 0.0 | ask 0.0! | hush, end-clip, seal-clip, new-take, ask 0.0 | "
            "begin-clip 0.0 as 1.0 | ask 0.0! | end-clip, seal-clip, begin-clip 0.0! as 1.1" } },
  { "/session/skipping-a-curveball-skips-no-question",
    { ONSITE_MODE_PRACTICE,
      "3600: 900/3!90 900/3",
      "begin-round; spoken; +90s; skip",
      BEGUN " | begin-clip 0.0 | ask 0.0! | hush, end-clip, seal-clip, ask 1.0" } },
  { "/session/a-curveball-that-was-interrupted-is-said-again",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!90",
      "begin-round; spoken; +90s; quit; begin-round; spoken; +9s done; next; spoken",
      BEGUN " | begin-clip 0.0 | ask 0.0! | | round-interrupted, open-microphone, ask 0.0! | "
            "begin-clip 0.0! | end-clip | seal-clip, ask 0.1 | begin-clip 0.1 as 0.2" } },
  { "/session/an-answer-to-a-curveball-that-was-interrupted-is-one-turn-more",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!90",
      "begin-round; spoken; +90s; spoken; +9s quit; begin-round; spoken; +90s",
      BEGUN " | begin-clip 0.0 | ask 0.0! | end-clip, seal-clip, begin-clip 0.0! | | "
            "round-interrupted, open-microphone, ask 0.0! | begin-clip 0.0! as 0.2 |" } },
  { "/session/a-main-answer-that-was-interrupted-may-still-be-broken-into",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!90",
      "begin-round; spoken; +80s quit; begin-round; spoken; +80s; +10s; spoken",
      BEGUN " | begin-clip 0.0 | | round-interrupted, open-microphone, ask 0.0 | "
            "begin-clip 0.0 as 0.1 | | ask 0.0! | end-clip, seal-clip, begin-clip 0.0! as 0.2" } },
  { "/session/what-is-told-of-the-time-is-told-before-a-curveball",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3!3300",
      "begin-round; spoken; +3300s",
      BEGUN " | begin-clip 0.0 | say-five-minutes, ask 0.0!" } },

  /* The clock of the round */
  { "/session/five-minutes-and-one-minute-are-said-once",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3",
      "begin-round; spoken; +3299s; +1s; +1s; +238s; +1s; +1s",
      BEGUN " | begin-clip 0.0 | | say-five-minutes | | | say-one-minute |" } },
  { "/session/a-round-of-two-minutes-says-only-the-last",
    { ONSITE_MODE_ONSITE,
      "120: 60/0",
      "begin-round; spoken; +59s; +1s; +59s",
      BEGUN " | begin-clip 0.0 | | say-one-minute |" } },
  { "/session/a-round-of-half-a-minute-says-neither",
    { ONSITE_MODE_ONSITE,
      "30: 60/0",
      "begin-round; spoken; +29s; +1s",
      BEGUN " | begin-clip 0.0 | |" } },
  { "/session/a-round-of-less-than-ten-minutes-says-only-the-last",
    { ONSITE_MODE_ONSITE,
      "599: 60/0",
      "begin-round; spoken; +299s; +1s; +239s",
      BEGUN " | begin-clip 0.0 | | | say-one-minute" } },
  { "/session/a-round-of-less-than-two-minutes-says-neither",
    { ONSITE_MODE_ONSITE,
      "119: 60/0",
      "begin-round; spoken; +59s; +59s",
      BEGUN " | begin-clip 0.0 | |" } },
  { "/session/a-sentence-may-end-within-a-minute",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3",
      "begin-round; spoken; +3600s; +50s done; next",
      BEGUN
      " | begin-clip 0.0 | say-five-minutes, say-one-minute | end-clip | seal-clip, " CLOSED } },
  { "/session/after-that-minute-the-round-is-closed",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3",
      "begin-round; spoken; +3600s; +59999ms; +1ms",
      BEGUN
      " | begin-clip 0.0 | say-five-minutes, say-one-minute | | end-clip, seal-clip, " CLOSED } },
  { "/session/a-round-of-half-a-minute-has-three-seconds-for-a-sentence",
    { ONSITE_MODE_ONSITE,
      "30: 10/3",
      "begin-round; spoken; +32999ms; +1ms",
      BEGUN " | begin-clip 0.0 | | end-clip, seal-clip, " CLOSED } },
  { "/session/grace-in-overtime-ends-with-it",
    { ONSITE_MODE_ONSITE,
      "30: 10/3",
      "begin-round; spoken; +31s done; +1999ms; +1ms",
      BEGUN " | begin-clip 0.0 | end-clip | | seal-clip, " CLOSED } },
  { "/session/grace-that-ends-in-overtime-asks-nothing-more",
    { ONSITE_MODE_ONSITE,
      "600: 10/3 10/3",
      "begin-round; spoken; +598s done; +5s",
      BEGUN
      " | begin-clip 0.0 | say-five-minutes, say-one-minute, end-clip | seal-clip, " CLOSED } },
  { "/session/nothing-is-begun-with-less-than-a-minute",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3 900/3",
      "begin-round; spoken; +3541s done; next",
      BEGUN
      " | begin-clip 0.0 | say-five-minutes, say-one-minute, end-clip | seal-clip, " CLOSED } },
  { "/session/an-interviewer-who-speaks-when-time-is-up-stops",
    { ONSITE_MODE_ONSITE,
      "30: 10/3",
      "begin-round; +29999ms; +1ms; spoken",
      BEGUN " | | hush, " CLOSED " |" } },
  { "/session/a-tick-that-comes-late-brings-all-in-its-order",
    { ONSITE_MODE_ONSITE,
      "600: 60/0 60/0",
      "begin-round; spoken; +200s done; +86400s",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 1.0, say-five-minutes, say-one-minute, "
            "hush, " CLOSED } },

  /* Between rounds */
  { "/session/a-break-is-told-when-over-and-forces-nobody",
    { ONSITE_MODE_ONSITE,
      "600: 60/0; 600: 60/0",
      "begin-round; end-round; +299s; +1s; +3600s; begin-round",
      BEGUN " | hush, " CLOSED " early | | tell-break-over | | " BEGUN } },
  { "/session/one-can-leave-between-rounds-and-come-back",
    { ONSITE_MODE_ONSITE,
      "600: 60/0; 600: 60/0",
      "leave; begin-round; leave; end-round; leave; +400s; quit; begin-round",
      "| " BEGUN " | | hush, " CLOSED " early | | | | " BEGUN } },
  { "/session/after-the-last-round-nobody-waits",
    { ONSITE_MODE_ONSITE,
      "600: 60/0",
      "begin-round; end-round; +400s; leave; quit; finish",
      BEGUN " | hush, " CLOSED " early | | | | loop-finished" } },

  /* Ending a round early */
  { "/session/ending-a-round-ends-and-seals-what-is-said",
    { ONSITE_MODE_ONSITE,
      "600: 60/0 60/0",
      "begin-round; spoken; +10s end-round",
      BEGUN " | begin-clip 0.0 | end-clip, seal-clip, " CLOSED " early" } },
  { "/session/ending-a-round-in-the-grace-seals-the-clip",
    { ONSITE_MODE_ONSITE,
      "600: 60/0 60/0",
      "begin-round; spoken; +10s done; end-round",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, " CLOSED " early" } },
  { "/session/ending-a-round-in-overtime-is-not-early",
    { ONSITE_MODE_ONSITE,
      "30: 60/0 60/0",
      "begin-round; spoken; +31s end-round",
      BEGUN " | begin-clip 0.0 | end-clip, seal-clip, " CLOSED } },

  /* Onsite is strict */
  { "/session/onsite-has-no-pause-no-skip-and-no-retake",
    { ONSITE_MODE_ONSITE,
      "600: 60/0 60/0",
      "begin-round; pause; skip; spoken; pause; skip; retake; go-on; done; pause; skip; retake",
      BEGUN " | | | begin-clip 0.0 | | | | | end-clip | | |" } },
  { "/session/a-fault-of-the-recorder-lets-even-onsite-answer-again",
    { ONSITE_MODE_ONSITE,
      "600: 60/0 60/0",
      "begin-round; spoken; +20s recorder-failed 20s; +1s retake; spoken; retake",
      BEGUN " | begin-clip 0.0 | | end-clip, seal-clip, new-take, ask 0.0 | "
            "begin-clip 0.0 as 1.0 |" } },
  { "/session/a-fault-that-is-told-in-the-grace-leaves-time-to-decide",
    { ONSITE_MODE_ONSITE,
      "600: 60/0 60/0",
      "begin-round; spoken; +20s done; +1s recorder-failed 21s; +19s retake",
      BEGUN " | begin-clip 0.0 | end-clip | | seal-clip, new-take, ask 0.0" } },
  { "/session/the-time-to-decide-ends-by-itself",
    { ONSITE_MODE_ONSITE,
      "600: 60/0 60/0",
      "begin-round; spoken; +20s done; recorder-failed 20s; +19s; +1s",
      BEGUN " | begin-clip 0.0 | end-clip | | | seal-clip, ask 1.0" } },
  { "/session/the-offer-of-a-retake-ends-with-its-question",
    { ONSITE_MODE_ONSITE,
      "600: 60/0 60/0",
      "begin-round; spoken; +20s recorder-failed 20s; done; next; spoken; retake",
      BEGUN " | begin-clip 0.0 | | end-clip | seal-clip, ask 1.0 | begin-clip 1.0 |" } },

  /* Practice is not */
  { "/session/a-pause-while-the-interviewer-speaks-asks-again",
    { ONSITE_MODE_PRACTICE,
      "600: 60/0 60/0",
      "begin-round; pause; +3600s; spoken; go-on; spoken",
      BEGUN " | hush | | | ask 0.0 | begin-clip 0.0" } },
  { "/session/a-pause-in-an-answer-is-a-gap-in-its-clip",
    { ONSITE_MODE_PRACTICE,
      "600: 60/0 60/0",
      "begin-round; spoken; +10s pause; +3600s; go-on; +10s done",
      BEGUN " | begin-clip 0.0 | pause-clip | | resume-clip | end-clip" } },
  { "/session/a-pause-in-the-grace-ends-it",
    { ONSITE_MODE_PRACTICE,
      "600: 60/0 60/0",
      "begin-round; spoken; +10s done; pause; keep-talking; +60s; go-on",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip | | | ask 1.0" } },
  { "/session/a-paused-round-can-be-ended",
    { ONSITE_MODE_PRACTICE,
      "600: 60/0 60/0",
      "begin-round; spoken; +10s pause; end-round",
      BEGUN " | begin-clip 0.0 | pause-clip | end-clip, seal-clip, " CLOSED " early" } },
  { "/session/skipping-passes-over-the-question",
    { ONSITE_MODE_PRACTICE,
      "600: 60/1 60/0 60/0",
      "begin-round; skip; spoken; +2s skip",
      BEGUN
      " | hush, skipped, ask 1.0 | begin-clip 1.0 | end-clip, seal-clip, skipped, ask 2.0" } },
  { "/session/skipping-after-an-answer-passes-over-its-ladder",
    { ONSITE_MODE_PRACTICE,
      "600: 60/1 60/0 60/0",
      "begin-round; spoken; done; skip; pause; skip",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 1.0 | hush | skipped, ask 2.0" } },
  { "/session/skipping-a-follow-up-does-not-skip-the-question",
    { ONSITE_MODE_PRACTICE,
      "600: 60/1 60/0",
      "begin-round; spoken; done; next; skip; spoken; retake; skip",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 0.1 | hush, ask 1.0 | begin-clip 1.0 | "
            "end-clip, seal-clip, new-take, ask 1.0 | hush, " CLOSED } },
  { "/session/skipping-the-last-question-ends-the-round",
    { ONSITE_MODE_PRACTICE, "600: 60/1", "begin-round; skip", BEGUN " | hush, skipped, " CLOSED } },
  { "/session/a-retake-begins-with-the-question-again",
    { ONSITE_MODE_PRACTICE,
      "600: 60/1 60/1",
      "begin-round; retake; spoken; done; next; spoken; retake; spoken; done; next; spoken",
      BEGUN " | | begin-clip 0.0 | end-clip | seal-clip, ask 0.1 | begin-clip 0.1 | "
            "end-clip, seal-clip, new-take, ask 0.0 | begin-clip 0.0 as 1.0 | end-clip | "
            "seal-clip, ask 0.1 | begin-clip 0.1 as 1.1" } },
  { "/session/no-retake-when-time-is-up",
    { ONSITE_MODE_PRACTICE,
      "30: 60/1 60/1",
      "begin-round; spoken; +30s retake",
      BEGUN " | begin-clip 0.0 |" } },

  /* Sleep */
  { "/session/sleep-does-not-count-and-is-told",
    { ONSITE_MODE_ONSITE,
      "600: 60/0 60/0",
      "begin-round; spoken; +3600s suspended 3550s; +250s",
      BEGUN " | begin-clip 0.0 | tell-suspended | say-five-minutes" } },
  { "/session/a-break-does-not-pass-in-sleep",
    { ONSITE_MODE_ONSITE,
      "600: 60/0; 600: 60/0",
      "begin-round; end-round; +7200s suspended 7100s; +199s; +1s",
      BEGUN " | hush, " CLOSED " early | tell-suspended | | tell-break-over" } },
  { "/session/where-no-clock-runs-sleep-is-not-told",
    { ONSITE_MODE_PRACTICE,
      "600: 60/0",
      "+9s suspended 9s; begin-round; pause; +9s suspended 9s; end-round; +9s suspended 9s",
      "| " BEGUN " | hush | | " CLOSED " early |" } },

  /* Coming back */
  { "/session/an-interrupted-answer-stays-and-is-asked-again",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3 900/3",
      "begin-round; spoken; +60s done; next; spoken; +30s quit; begin-round; spoken; done; next; "
      "spoken",
      BEGUN " | begin-clip 0.0 | end-clip | seal-clip, ask 0.1 | begin-clip 0.1 | | "
            "round-interrupted, open-microphone, ask 0.1 | begin-clip 0.1 as 0.2 | end-clip | "
            "seal-clip, ask 0.2 | begin-clip 0.2 as 0.3" } },
  { "/session/an-interrupted-question-is-asked-again-as-the-same-turn",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3 900/3",
      "begin-round; +3s quit; begin-round; spoken",
      BEGUN " | | round-interrupted, open-microphone, ask 0.0 | begin-clip 0.0" } },
  { "/session/after-done-an-interrupted-round-goes-on-with-what-is-next",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3 900/3",
      "begin-round; spoken; +60s done; quit; begin-round",
      BEGUN " | begin-clip 0.0 | end-clip | | round-interrupted, open-microphone, ask 0.1" } },
  { "/session/an-interrupted-pause-goes-on-too",
    { ONSITE_MODE_PRACTICE,
      "3600: 900/3 900/3",
      "begin-round; spoken; +60s pause; quit; go-on; begin-round; spoken",
      BEGUN " | begin-clip 0.0 | pause-clip | | | round-interrupted, open-microphone, ask 0.0 | "
            "begin-clip 0.0 as 0.1" } },
  { "/session/an-interruption-in-overtime-ends-the-round",
    { ONSITE_MODE_ONSITE,
      "30: 900/3 900/3",
      "begin-round; spoken; +31s quit; begin-round",
      BEGUN " | begin-clip 0.0 | | round-interrupted, round-ended" } },
  { "/session/an-interrupted-round-can-be-left-at-that",
    { ONSITE_MODE_ONSITE,
      "600: 60/0; 600: 60/0",
      "begin-round; spoken; +10s quit; end-round; begin-round",
      BEGUN " | begin-clip 0.0 | | round-interrupted, round-ended early | " BEGUN } },
  { "/session/what-was-said-of-the-time-is-not-said-again",
    { ONSITE_MODE_ONSITE,
      "3600: 900/3",
      "begin-round; spoken; +3301s; quit; begin-round; +1s",
      BEGUN " | begin-clip 0.0 | say-five-minutes | | "
            "round-interrupted, open-microphone, ask 0.0 |" } },
  { "/session/an-interrupted-break-goes-on-with-what-remained",
    { ONSITE_MODE_ONSITE,
      "600: 60/0; 600: 60/0",
      "begin-round; end-round; +200s; quit; +99s; +1s",
      BEGUN " | hush, " CLOSED " early | | | | tell-break-over" } },
};

static void
test_scene (gconstpointer data)
{
  script_check (data);
}

static void
test_the_clock_runs_from_the_beginning_of_the_round (void)
{
  OnsiteSession session = script_run (&(Script){ ONSITE_MODE_ONSITE,
                                                 "3600: 900/3",
                                                 "begin-round; +7s spoken; +60s done; +2s",
                                                 NULL });

  g_assert_cmpint (session.round_remaining_ms, ==, 3600000 - 69000);
  g_assert_cmpint (session.question_elapsed_ms, ==, 69000);
  g_assert_cmpint (session.turn_elapsed_ms, ==, 62000);
  g_assert_cmpint (session.grace_remaining_ms, ==, 3000);
}

static void
test_clocks_stand_in_a_pause (void)
{
  OnsiteSession session = script_run (&(Script){ ONSITE_MODE_PRACTICE,
                                                 "3600: 900/3",
                                                 "begin-round; spoken; +60s pause; +999s go-on",
                                                 NULL });

  g_assert_cmpint (session.phase, ==, ONSITE_PHASE_ANSWERING);
  g_assert_cmpint (session.round_remaining_ms, ==, 3540000);
  g_assert_cmpint (session.turn_elapsed_ms, ==, 60000);
}

static void
test_a_retake_after_a_fault_gives_back_no_more_than_was_taken (void)
{
  OnsiteSession session = script_run (&(Script){
      ONSITE_MODE_ONSITE,
      "3600: 900/3",
      "begin-round; +5s spoken; +60s recorder-failed 40s; recorder-failed 999s; +1s retake",
      NULL });

  g_assert_cmpint (session.round_remaining_ms, ==, 3600000 - 1000);
  g_assert_cmpint (session.question_elapsed_ms, ==, 0);
  g_assert_false (session.retake_offered);
}

static void
test_the_time_to_decide_is_credited_too (void)
{
  OnsiteSession session = script_run (
      &(Script){ ONSITE_MODE_ONSITE,
                 "600: 60/0 60/0",
                 "begin-round; spoken; +60s done; +1s recorder-failed 61s; +15s retake",
                 NULL });

  g_assert_cmpint (session.round_remaining_ms, ==, 600 * 1000);
}

static void
test_a_credit_lets_a_retake_begin_after_the_end (void)
{
  OnsiteSession session = script_run (
      &(Script){ ONSITE_MODE_ONSITE,
                 "600: 900/3",
                 "begin-round; spoken; +601s recorder-failed 60s; retake",
                 NULL });

  g_assert_cmpint (session.phase, ==, ONSITE_PHASE_ASKING);
  g_assert_cmpint (session.round_remaining_ms, ==, 59000);
}

static void
test_time_that_goes_backwards_does_not_count (void)
{
  g_autoptr (OnsiteOutline) outline = script_new_outline (ONSITE_MODE_ONSITE, "600: 60/0");
  OnsiteSession session = onsite_session_init (outline, 5000);

  session = onsite_session_step (&session,
                                 outline,
                                 &(OnsiteEvent){ ONSITE_EVENT_BEGIN_ROUND, 0 },
                                 4000,
                                 NULL);
  g_assert_cmpint (session.now_ms, ==, 5000);
  session = onsite_session_step (&session,
                                 outline,
                                 &(OnsiteEvent){ ONSITE_EVENT_TICK, 0 },
                                 G_MININT64,
                                 NULL);
  g_assert_cmpint (session.round_remaining_ms, ==, 600000);
  session = onsite_session_step (&session,
                                 outline,
                                 &(OnsiteEvent){ ONSITE_EVENT_TICK, 0 },
                                 6000,
                                 NULL);
  g_assert_cmpint (session.round_remaining_ms, ==, 599000);
}

static void
test_the_end_of_all_time_does_no_harm (void)
{
  g_autoptr (OnsiteOutline) outline = script_new_outline (ONSITE_MODE_ONSITE,
                                                          "600: 60/0; 600: 60/0");
  OnsiteSession session = onsite_session_init (outline, G_MININT64);

  session = onsite_session_step (&session,
                                 outline,
                                 &(OnsiteEvent){ ONSITE_EVENT_BEGIN_ROUND, 0 },
                                 G_MININT64,
                                 NULL);
  session = onsite_session_step (&session,
                                 outline,
                                 &(OnsiteEvent){ ONSITE_EVENT_TICK, 0 },
                                 G_MAXINT64 - 1,
                                 NULL);
  g_assert_cmpint (session.phase, ==, ONSITE_PHASE_BREAK);
  session = onsite_session_step (&session,
                                 outline,
                                 &(OnsiteEvent){ ONSITE_EVENT_BEGIN_ROUND, 0 },
                                 G_MAXINT64,
                                 NULL);
  g_assert_cmpint (onsite_session_next_deadline_ms (&session, outline), ==, G_MAXINT64);
}

static void
test_an_interruption_is_known_before_going_on (void)
{
  OnsiteSession session = script_run (
      &(Script){ ONSITE_MODE_ONSITE, "3600: 900/3", "begin-round; spoken; +60s; quit", NULL });

  g_assert_true (onsite_session_is_interrupted (&session));
  g_assert_cmpint (session.round_remaining_ms, ==, 3540000);

  session = script_run (&(Script){ ONSITE_MODE_ONSITE, "3600: 900/3", "+60s; quit", NULL });
  g_assert_false (onsite_session_is_interrupted (&session));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    g_test_add_data_func (scenes[i].path, &scenes[i].script, test_scene);
  g_test_add_func ("/session/the-clock-runs-from-the-beginning-of-the-round",
                   test_the_clock_runs_from_the_beginning_of_the_round);
  g_test_add_func ("/session/clocks-stand-in-a-pause", test_clocks_stand_in_a_pause);
  g_test_add_func ("/session/a-retake-after-a-fault-gives-back-no-more-than-was-taken",
                   test_a_retake_after_a_fault_gives_back_no_more_than_was_taken);
  g_test_add_func ("/session/the-time-to-decide-is-credited-too",
                   test_the_time_to_decide_is_credited_too);
  g_test_add_func ("/session/a-credit-lets-a-retake-begin-after-the-end",
                   test_a_credit_lets_a_retake_begin_after_the_end);
  g_test_add_func ("/session/time-that-goes-backwards-does-not-count",
                   test_time_that_goes_backwards_does_not_count);
  g_test_add_func ("/session/the-end-of-all-time-does-no-harm",
                   test_the_end_of_all_time_does_no_harm);
  g_test_add_func ("/session/an-interruption-is-known-before-going-on",
                   test_an_interruption_is_known_before_going_on);

  return g_test_run ();
}
